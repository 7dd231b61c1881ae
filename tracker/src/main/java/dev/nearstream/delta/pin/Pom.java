package dev.nearstream.delta.pin;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code pom.xml} itself says, profiles included; nothing is inherited or put in.
 *
 * @param group empty where it is the parent's
 * @param version empty where it is the parent's
 * @param properties every definition of each, profiles' too
 * @param dependencies its own and those of {@code dependencyManagement}; plugins' are not built into anything
 */
record Pom(
        String file,
        String group,
        String artifact,
        String version,
        @Nullable Parent parent,
        Map<String, List<Value>> properties,
        List<Dependency> dependencies,
        List<String> modules) {

    /**
     * A text and its line.
     *
     * @param profile whether it stands in a profile
     */
    record Value(String text, int line, boolean profile) {}

    /**
     * The {@code parent} element.
     *
     * @param path {@code relativePath}; empty where the parent is looked for in repositories alone
     */
    record Parent(String group, String artifact, String version, String path, int line) {}

    /**
     * A dependency, or one that is managed.
     *
     * @param version null where it is managed
     * @param type {@code jar} where the POM gives none
     * @param scope {@code compile} where the POM gives none
     * @param managed whether it stands in {@code dependencyManagement}
     * @param profile whether it stands in a profile
     * @param line of the version, else of the entry
     */
    record Dependency(
            String group,
            String artifact,
            @Nullable String version,
            String classifier,
            String type,
            String scope,
            boolean managed,
            boolean profile,
            int line) {

        /**
         * Whether it says of what is built which version that is: the jar itself, in the classes that run, or a BOM. What
         * is for tests, comes from elsewhere at run time, is another artifact of the same name or stands in a profile
         * does not.
         */
        boolean tells() {
            boolean built = type.equals("jar") && (scope.equals("compile") || scope.equals("runtime"));
            boolean bom = managed && type.equals("pom") && scope.equals("import");
            return !profile && classifier.isEmpty() && version != null && (built || bom);
        }

        /** Whether it is a jar of the tree, whatever version it is given. */
        boolean isFromTree() {
            return scope.equals("system");
        }

        /** Whether it is {@code group:artifact}. */
        boolean is(String name) {
            return name.equals(group + ":" + artifact);
        }

        /** Whether a property in its name may make it {@code group:artifact}. */
        boolean maybe(String name) {
            String text = group + ":" + artifact;
            return text.contains("${") && pattern(text).matcher(name).matches();
        }

        private static Pattern pattern(String text) {
            return Pattern.compile(
                    Stream.of(OPEN.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        }
    }

    private static final Pattern OPEN = Pattern.compile("\\$\\{[^}]*}");

    Pom {
        dependencies = List.copyOf(dependencies);
        modules = List.copyOf(modules);
    }

    /** Its group, its own or its parent's. */
    String effectiveGroup() {
        return group.isEmpty() && parent != null ? parent.group() : group;
    }

    /** Its version, its own or its parent's. */
    String effectiveVersion() {
        return version.isEmpty() && parent != null ? parent.version() : version;
    }

    static Pom parse(String file, String text) {
        return new PomReader(file).read(text);
    }
}
