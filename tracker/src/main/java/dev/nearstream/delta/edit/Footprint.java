package dev.nearstream.delta.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files of the workspace an event of the build may make, change or remove, at most.
 *
 * @param label what does it, for a person
 * @param anything true where it may be any file; the rest is empty then
 * @param paths in the workspace
 * @param below directories all of whose files may be meant
 * @param names patterns for a file's own name, wherever it lies
 * @param creates false where it makes no new file
 */
record Footprint(
        String label, boolean anything, Set<String> paths, Set<String> below, List<String> names, boolean creates) {

    Footprint {
        paths = Set.copyOf(paths);
        below = Set.copyOf(below);
        names = List.copyOf(names);
    }

    static Footprint anything(String label) {
        return new Footprint(label, true, Set.of(), Set.of(), List.of(), true);
    }

    static Footprint nothing(String label) {
        return new Footprint(label, false, Set.of(), Set.of(), List.of(), false);
    }

    static Footprint names(String label, List<String> names) {
        return new Footprint(label, false, Set.of(), Set.of(), names, true);
    }

    /** Whether a file, or something that it lies in or holds, may be meant. */
    boolean touches(String path) {
        if (anything || paths.contains(path)) {
            return true;
        }
        return paths.stream().anyMatch(one -> path.startsWith(one + "/") || one.startsWith(path + "/"))
                || below.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"))
                || mayBeNamed(name(path));
    }

    /** Whether it may make a file, anywhere, whose own name matches. */
    boolean mayCreate(String pattern) {
        return creates
                && (anything
                        || !below.isEmpty()
                        || names.stream()
                                .anyMatch(one -> Globs.isPattern(one) || Globs.matches(pattern, Globs.plain(one)))
                        || paths.stream().anyMatch(path -> Globs.matches(pattern, name(path))));
    }

    private boolean mayBeNamed(String name) {
        return names.stream().anyMatch(pattern -> Globs.matches(pattern, name));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Collects one. */
    static final class Builder {
        private final String label;
        private final Set<String> paths = new LinkedHashSet<>();
        private final Set<String> below = new LinkedHashSet<>();
        private final List<String> names = new ArrayList<>();
        private boolean anything;
        private boolean creates = true;

        Builder(String label) {
            this.label = label;
        }

        Builder anything() {
            anything = true;
            return this;
        }

        Builder createsNothing() {
            creates = false;
            return this;
        }

        Builder name(String pattern) {
            names.add(pattern);
            return this;
        }

        /** A path or a pattern for paths; of a pattern, all that lies where its first star stands. */
        Builder path(String path) {
            int star = first(path);
            if (star < 0) {
                paths.add(path);
                return this;
            }
            int slash = path.lastIndexOf('/', star);
            if (slash > 0) {
                below.add(path.substring(0, slash));
            } else if (path.indexOf('/') < 0) {
                names.add(path);
            } else {
                anything = true;
            }
            return this;
        }

        Builder below(String directory) {
            if (directory.equals(".") || first(directory) >= 0) {
                anything = true;
            } else {
                below.add(directory);
            }
            return this;
        }

        /** All that another one has, too. */
        Builder add(Footprint other) {
            anything |= other.anything();
            paths.addAll(other.paths());
            below.addAll(other.below());
            names.addAll(other.names());
            return this;
        }

        Footprint build() {
            return anything
                    ? new Footprint(label, true, Set.of(), Set.of(), List.of(), creates)
                    : new Footprint(label, false, paths, below, names, creates);
        }

        private static int first(String path) {
            for (int i = 0; i < path.length(); i++) {
                if ("*?[{".indexOf(path.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }
    }
}
