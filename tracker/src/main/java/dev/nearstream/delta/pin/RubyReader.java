package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bundler, by {@code Gemfile.lock}: its {@code specs}, those of {@code GEM} from the registry. */
final class RubyReader implements EcosystemReader {
    /** {@code name (1.2.3)}, or with a platform {@code name (1.2.3-x86_64-linux)}. */
    private static final Pattern SPEC = Pattern.compile(" {4}([\\w.-]+) \\(([^)-]+)(?:-[^)]*)?\\)");

    @Override
    public boolean isProject(Project project, String root) {
        return project.isFile(Project.join(root, "Gemfile")) || project.isFile(Project.join(root, "Gemfile.lock"));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        String file = Project.join(root, "Gemfile.lock");
        Optional<Lock> lock = project.read(Lock.class, file, RubyReader::parse);
        if (lock.isEmpty()) {
            return Standing.untold("there is no " + file + ": which versions are built, a Gemfile does not tell");
        }
        String other = Project.join(root, "gems.locked");
        if (project.isFile(other)) {
            return Standing.untold(other + " is not read, and may be what is built from");
        }
        Standing standing = Requests.of(VersionScheme.GEM, pin, pin.name(), List.of(lock.get()));
        return standing.state() == Standing.State.ABSENT
                ? Standing.untold(standing.reason() + ", and Ruby may bring one of its own")
                : standing;
    }

    private static Lock parse(String file, String text) {
        List<LockedPackage> packages = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String written : Lines.of(file, text)) {
            number++;
            String line = written.stripTrailing();
            Matcher spec = SPEC.matcher(line);
            if (!line.isEmpty() && !line.startsWith(" ")) {
                if (!line.matches("[A-Z][A-Z ]*")) {
                    throw new ManifestException(file, number, 1, "a section's name in capitals belongs here");
                }
                section = line;
            } else if (spec.matches()
                    && List.of("GEM", "GIT", "PATH", "PLUGIN SOURCE").contains(section)) {
                packages.add(
                        new LockedPackage(spec.group(1), spec.group(2), number, section.equals("GEM") ? "" : section));
            }
        }
        if (section.isEmpty()) {
            throw new ManifestException(file, 1, 1, "it has no sections");
        }
        return Lock.of(file, packages);
    }
}
