package dev.nearstream.delta.pin;

import dev.nearstream.delta.DependencyPin;
import dev.nearstream.delta.DependencyPin.Form;
import dev.nearstream.delta.pin.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maven. Every version that a POM of the build gives an artifact must have reached the pin; and each module must be held
 * to it, by its own dependency or by {@code dependencyManagement} that it inherits: else it may get another version
 * through a dependency's dependency, and no POM of the tree tells which.
 */
final class MavenReader {
    Standing stand(DependencyPin pin, String pom, Project project) {
        Optional<MavenBuild> read = MavenBuild.of(pom, project);
        if (read.isEmpty()) {
            return Standing.untold("there is no " + pom);
        }
        MavenBuild build = read.get();
        return pin.form() == Form.PROPERTY || pin.name().indexOf(':') < 0
                ? property(pin, pom, build)
                : dependency(pin, pom, build);
    }

    private static Standing property(DependencyPin pin, String pom, MavenBuild build) {
        MavenProperties properties = new MavenProperties(build);
        List<Request> all = properties.definitions(pin.name());
        if (all.isEmpty()) {
            return Standing.untold("no POM of the build of " + pom + " sets the property " + pin.name());
        }
        Standing standing = new Comparison(VersionScheme.MAVEN, pin).of(all);
        boolean set = build.poms().values().stream()
                .filter(one -> one.file().equals(pom))
                .allMatch(one -> properties.isSet(one, "${" + pin.name() + "}"));
        return standing.state() != Standing.State.REACHED || set
                ? standing
                : Standing.untold(standing.reason() + "; but " + pom
                        + " and its parents set it, if at all, in a profile or by what others set");
    }

    private static Standing dependency(DependencyPin pin, String pom, MavenBuild build) {
        MavenProperties properties = new MavenProperties(build);
        List<Request> all = new ArrayList<>();
        for (Pom one : build.poms().values()) {
            for (Pom.Dependency dependency : one.dependencies()) {
                all.addAll(requests(pin, one, dependency, properties));
            }
        }
        if (all.isEmpty()) {
            return Standing.untold("no POM of the build of " + pom + " gives " + pin.name()
                    + " a version: it comes with another dependency, a BOM or a parent, or not at all");
        }
        Standing standing = new Comparison(VersionScheme.MAVEN, pin).of(all);
        if (standing.state() != Standing.State.REACHED) {
            return standing;
        }
        List<Pom> free = build.poms().values().stream()
                .filter(one -> !isHeld(one, pin, build, properties))
                .toList();
        if (free.size() == build.poms().size()) {
            return Standing.untold(standing.reason() + "; but only in a profile, for tests, as another artifact of "
                    + "that name, or by a property that may have another value: not for what is built");
        }
        return free.stream()
                .filter(one -> builds(one, build))
                .findFirst()
                .map(one -> Standing.untold(standing.reason() + "; but " + one.file()
                        + " does not inherit it, and may get another version through its dependencies"))
                .orElse(standing);
    }

    private static List<Request> requests(
            DependencyPin pin, Pom pom, Pom.Dependency dependency, MavenProperties properties) {
        if (dependency.maybe(pin.name())) {
            return List.of(Request.opaque(
                    pom.file(),
                    dependency.line(),
                    "asks for " + dependency.group() + ":" + dependency.artifact() + ", which may be " + pin.name()));
        }
        if (!dependency.is(pin.name())) {
            return List.of();
        }
        if (dependency.isFromTree()) {
            return List.of(Request.opaque(
                    pom.file(), dependency.line(), "takes " + pin.name() + " from a jar of the tree (system scope)"));
        }
        String version = dependency.version();
        return version == null ? List.of() : properties.requests(pom.file(), version, dependency.line(), pin.name());
    }

    /** Whether anything is built there, as far as the tree tells; an aggregator of modules has no dependencies. */
    private static boolean builds(Pom pom, MavenBuild build) {
        return !build.isWhole(pom)
                || build.chain(pom).stream()
                        .anyMatch(one -> one.dependencies().stream().anyMatch(dependency -> !dependency.managed()));
    }

    private static boolean isHeld(Pom pom, DependencyPin pin, MavenBuild build, MavenProperties properties) {
        return build.chain(pom).stream()
                .flatMap(one -> one.dependencies().stream())
                .anyMatch(dependency -> dependency.is(pin.name())
                        && dependency.tells()
                        && properties.isSet(pom, String.valueOf(dependency.version())));
    }
}
