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
        List<Request> all = build.definitions(pin.name());
        return all.isEmpty()
                ? Standing.untold("no POM of the build of " + pom + " sets the property " + pin.name())
                : new Comparison(VersionScheme.MAVEN, pin).of(all);
    }

    private static Standing dependency(DependencyPin pin, String pom, MavenBuild build) {
        List<Request> all = new ArrayList<>();
        for (Pom one : build.poms().values()) {
            for (Pom.Dependency dependency : one.dependencies()) {
                String version = dependency.version();
                if (isMeant(dependency, pin) && version != null) {
                    all.addAll(build.requests(one, version, dependency.line(), pin.name()));
                }
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
        return build.poms().values().stream()
                .filter(one -> !isHeld(one, pin, build))
                .findFirst()
                .map(one -> Standing.untold(standing.reason() + "; but " + one.file()
                        + " does not inherit it, and may get another version through its dependencies"))
                .orElse(standing);
    }

    private static boolean isHeld(Pom pom, DependencyPin pin, MavenBuild build) {
        List<Pom> chain = build.chain(pom);
        boolean builds = !build.isWhole(pom)
                || chain.stream()
                        .anyMatch(one -> one.dependencies().stream().anyMatch(dependency -> !dependency.managed()));
        return !builds
                || chain.stream()
                        .anyMatch(one -> one.dependencies().stream()
                                .anyMatch(dependency -> isMeant(dependency, pin)
                                        && dependency.version() != null
                                        && dependency.classifier().isEmpty()
                                        && !dependency.profile()));
    }

    private static boolean isMeant(Pom.Dependency dependency, DependencyPin pin) {
        return pin.name().equals(dependency.group() + ":" + dependency.artifact());
    }
}
