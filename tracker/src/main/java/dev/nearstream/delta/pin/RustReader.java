package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cargo. {@code Cargo.lock} lists every crate of the build; a pin is for the entries of its own semver-compatible line
 * alone (0.8.x beside 0.9.x), and all of them must have reached it.
 */
final class RustReader implements EcosystemReader {
    private static final VersionScheme SCHEME = VersionScheme.CARGO;
    private static final List<Standing.State> STRICTEST =
            List.of(Standing.State.BELOW, Standing.State.UNTOLD, Standing.State.ABSENT, Standing.State.REACHED);

    @Override
    public boolean isProject(Project project, String root) {
        return project.isFile(Project.join(root, "Cargo.toml")) || project.isFile(Project.join(root, "Cargo.lock"));
    }

    @Override
    public Standing stand(DependencyPin pin, String root, Project project) {
        List<Lock> locks = new CargoWorkspace(project).locks(root);
        return locks.stream()
                .map(lock -> stand(pin, lock))
                .min(Comparator.comparingInt(standing -> STRICTEST.indexOf(standing.state())))
                .orElseGet(() -> Standing.untold("there is no Cargo.lock for " + (root.isEmpty() ? "." : root)
                        + ": what is built, Cargo decides at build time"));
    }

    private static Standing stand(DependencyPin pin, Lock lock) {
        if (!SCHEME.isVersion(pin.version())) {
            return Standing.untold("the pin " + pin.version() + " is no version that Cargo compares");
        }
        if (pin.selected() != null
                && !SCHEME.relate(pin.selected(), pin.version()).isSameLine()) {
            return Standing.untold("the pin takes " + pin.name() + " from " + pin.selected() + " to " + pin.version()
                    + ", across maintenance lines");
        }
        List<Request> all = lock.requests(pin.name());
        List<Request> line =
                all.stream().filter(request -> isOnLine(request, pin)).toList();
        if (!line.isEmpty()) {
            return new Comparison(SCHEME, pin).of(line);
        }
        return all.isEmpty() ? none(pin, lock) : otherLines(pin, all);
    }

    /** What has no number may be on any line. */
    private static boolean isOnLine(Request request, DependencyPin pin) {
        return request.version() == null
                || !SCHEME.isVersion(request.version())
                || SCHEME.relate(request.version(), pin.version()).isSameLine();
    }

    private static Standing none(DependencyPin pin, Lock lock) {
        return pin.form() == Form.ADD
                ? Standing.below(lock.file() + " has no " + pin.name() + ": the pin adds it")
                : Standing.absent(lock.file() + " has no " + pin.name());
    }

    /** The pin does nothing there; but whether the other line has what it was for, its number does not tell. */
    private static Standing otherLines(DependencyPin pin, List<Request> all) {
        String found = all.stream()
                .limit(3)
                .map(request -> request.place() + " has " + pin.name() + " " + request.version())
                .collect(Collectors.joining(", "));
        return Standing.untold(
                found + ", nothing on the pin's line " + SCHEME.line(pin.version()) + " (" + pin.version() + ")");
    }
}
