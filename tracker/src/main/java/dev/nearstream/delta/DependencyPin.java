package dev.nearstream.delta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dependency that a recipe holds at a version, in the terms of the tool that builds.
 *
 * @param name as the ecosystem spells it: a Go module, a crate, {@code group:artifact}, a Maven or Gradle property, a
 *     distribution, a gem
 * @param version as written; never a variable
 * @param selected the locked version that the pin is for ({@code 0.8.5} of {@code rand@0.8.5=0.8.6}), or null for any
 * @param replacement what a {@link Form#REPLACE} puts in its place, or null where it is the dependency itself
 * @param roots where it is set, relative to {@code /home/build}, {@code ""} for that itself: directories of a project,
 *     or the manifest's own path; none where the place is not upstream's source
 */
public record DependencyPin(
        Ecosystem ecosystem,
        Form form,
        String name,
        String version,
        @Nullable String selected,
        @Nullable String replacement,
        List<String> roots) {

    /** Whose dependency it is. */
    public enum Ecosystem {
        GO,
        RUST,
        JAVA,
        PYTHON,
        NODE,
        RUBY,
        /** The bump tells it from the manifests that it finds. */
        DETECTED
    }

    /** What the recipe does to hold it. */
    public enum Form {
        /** Raises what the project asks for. */
        REQUIRE,
        /** Asks for it, whether the project did so or not: {@code go get}, {@code cargo add}, {@code npm install}. */
        ADD,
        /** Go's {@code replace}. */
        REPLACE,
        /** Sets a property or variable of a Maven or Gradle build. */
        PROPERTY,
        /** Installs it somewhere that no manifest of upstream's describes: an environment, the output. */
        INSTALL
    }

    public DependencyPin {
        roots = List.copyOf(roots);
    }

    /** The same pin at other places. */
    DependencyPin in(List<String> places) {
        return new DependencyPin(ecosystem, form, name, version, selected, replacement, places);
    }
}
