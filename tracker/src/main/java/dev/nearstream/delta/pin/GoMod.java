package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code go.mod} or {@code go.work} says (go.dev/ref/mod).
 *
 * @param module its own path; empty in a {@code go.work}
 * @param requires by module; indirect ones too
 * @param replaces by the module replaced
 * @param excludes {@code module@version}
 * @param uses the directories of a {@code go.work}
 */
record GoMod(
        String module,
        Map<String, List<Requirement>> requires,
        Map<String, List<Replacement>> replaces,
        Set<String> excludes,
        List<String> uses) {

    record Requirement(String file, String version, int line) {}

    /**
     * A {@code replace}.
     *
     * @param old the version it holds for alone, or null for all
     * @param path a module, or a directory of the tree
     * @param version null for a directory
     */
    record Replacement(
            String file,
            @Nullable String old,
            String path,
            @Nullable String version,
            int line) {}

    List<Requirement> required(String name) {
        return requires.getOrDefault(name, List.of());
    }

    List<Replacement> replaced(String name) {
        return replaces.getOrDefault(name, List.of());
    }

    /** Whether it replaces all versions of a module. */
    boolean isReplaced(String name) {
        return replaced(name).stream().anyMatch(replace -> replace.old() == null);
    }

    static GoMod parse(String file, String text) {
        return new GoModReader(file).read(text);
    }

    /** Collects while a file is read. */
    static final class Builder {
        private final Map<String, List<Requirement>> requires = new HashMap<>();
        private final Map<String, List<Replacement>> replaces = new HashMap<>();
        private final Set<String> excludes = new HashSet<>();
        private final List<String> uses = new ArrayList<>();
        private String module = "";

        void module(String path) {
            module = path;
        }

        void require(String name, Requirement requirement) {
            requires.computeIfAbsent(name, key -> new ArrayList<>()).add(requirement);
        }

        void replace(String name, Replacement replacement) {
            replaces.computeIfAbsent(name, key -> new ArrayList<>()).add(replacement);
        }

        void exclude(String name, String version) {
            excludes.add(name + "@" + version);
        }

        void use(String directory) {
            uses.add(directory);
        }

        GoMod build() {
            return new GoMod(module, requires, replaces, excludes, uses);
        }
    }
}
