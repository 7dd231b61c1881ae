package dev.nearstream.delta.pin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code pom.xml} itself says, profiles included; nothing is inherited or put in.
 *
 * @param group empty where it is the parent's
 * @param properties every definition of each, profiles' too
 * @param dependencies its own and those of {@code dependencyManagement}; plugins' are not built into anything
 */
record Pom(
        String file,
        String group,
        String artifact,
        @Nullable Parent parent,
        Map<String, List<Value>> properties,
        List<Dependency> dependencies,
        List<String> modules) {

    /** A text and its line. */
    record Value(String text, int line) {}

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
     * @param managed whether it stands in {@code dependencyManagement}
     * @param profile whether it stands in a profile
     * @param line of the version, else of the entry
     */
    record Dependency(
            String group,
            String artifact,
            @Nullable String version,
            String classifier,
            boolean managed,
            boolean profile,
            int line) {}

    Pom {
        dependencies = List.copyOf(dependencies);
        modules = List.copyOf(modules);
    }

    static Pom parse(String file, String text) {
        return new PomReader(file).read(text);
    }
}
