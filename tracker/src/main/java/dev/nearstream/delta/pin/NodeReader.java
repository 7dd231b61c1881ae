package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * npm, yarn and pnpm, by their lock files. A package may be there in several versions, side by side; a pin is for all of
 * them, and all must be on its major.minor line.
 */
final class NodeReader implements EcosystemReader {
    private static final List<String> UNREAD = List.of("bun.lock", "bun.lockb", "deno.lock");
    private static final Map<String, Project.Parser<Lock>> LOCKS = new LinkedHashMap<>();

    static {
        LOCKS.put("package-lock.json", NpmLock::parse);
        LOCKS.put("npm-shrinkwrap.json", NpmLock::parse);
        LOCKS.put("yarn.lock", YarnLock::parse);
        LOCKS.put("pnpm-lock.yaml", PnpmLock::parse);
    }

    @Override
    public boolean isProject(Project project, String root) {
        return project.isFile(Project.join(root, "package.json"));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        List<Lock> locks = new ArrayList<>();
        LOCKS.forEach((name, parser) ->
                project.read(Lock.class, Project.join(root, name), parser).ifPresent(locks::add));
        Optional<String> other = UNREAD.stream()
                .map(name -> Project.join(root, name))
                .filter(project::isFile)
                .findFirst();
        if (other.isPresent()) {
            return Standing.untold(other.get() + " is not read, and may be what is built from");
        }
        return locks.isEmpty()
                ? Standing.untold("there is no lock file beside " + Project.join(root, "package.json")
                        + ": which versions are built, its ranges do not tell")
                : Requests.of(VersionScheme.NPM, pin, pin.name(), locks);
    }
}
