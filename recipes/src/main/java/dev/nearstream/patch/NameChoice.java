package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the names in a file's part is the file to patch.
 *
 * <p>GNU patch's rules: of the names (old, new, index) that exist the best one, which has the fewest path components, of
 * those the shortest base name, of those the shortest name, of those the first; absolute names and names with {@code ..}
 * are passed over as dangerous. Where none exists and the patch would delete or empty the file, the last name; where it
 * would create the file, the best name of those that need the fewest new directories. The name {@code Index:} counts
 * only without the others.
 */
final class NameChoice {
    private final PartNames names;
    private final @Nullable String[] candidates;
    private final WorkingFiles files;

    private NameChoice(PartNames names, WorkingFiles files) {
        this.names = names;
        this.candidates = names.candidates();
        this.files = files;
    }

    /** The name to patch, or {@code null} where GNU patch would ask for it. */
    static @Nullable String choose(PartNames names, WorkingFiles files, boolean reverse) {
        return new NameChoice(names, files).choose(reverse);
    }

    /** Whether a name stays within the tree as written. */
    static boolean isSafe(String name) {
        if (name.startsWith("/")) {
            return false;
        }
        for (String component : name.split("/", -1)) {
            if (component.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String choose(boolean reverse) {
        String best = best(i -> files.exists(String.valueOf(candidates[i])));
        if (best != null) {
            return best;
        }
        FileState before = names.state(reverse);
        FileState after = names.state(!reverse);
        boolean createsEmpty = after == FileState.EMPTY && before == FileState.ABSENT;
        if (after != FileState.PRESENT && !createsEmpty) {
            return last();
        }
        if (before == FileState.PRESENT) {
            return null;
        }
        int[] missing = new int[candidates.length];
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < candidates.length; i++) {
            String name = candidates[i];
            if (name != null) {
                missing[i] = directories(name) - files.existingDirectories(name);
                fewest = Math.min(fewest, missing[i]);
            }
        }
        int least = fewest;
        return best(i -> missing[i] == least);
    }

    private @Nullable String last() {
        String last = null;
        for (String name : candidates) {
            last = name != null ? name : last;
        }
        return last;
    }

    private @Nullable String best(IntPredicate admitted) {
        int components = Integer.MAX_VALUE;
        int base = Integer.MAX_VALUE;
        int length = Integer.MAX_VALUE;
        boolean[] kept = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String name = candidates[i];
            kept[i] = name != null && admitted.test(i);
            if (!kept[i] || name == null || directories(name) > components) {
                continue;
            }
            components = directories(name);
            if (baseLength(name) > base) {
                continue;
            }
            base = baseLength(name);
            length = Math.min(length, length(name));
        }
        for (int i = 0; i < candidates.length; i++) {
            String name = candidates[i];
            if (kept[i]
                    && name != null
                    && isSafe(name)
                    && directories(name) == components
                    && baseLength(name) == base
                    && length(name) == length) {
                return name;
            }
        }
        return null;
    }

    /** The number of directories that a name goes through. */
    static int directories(String name) {
        int count = 0;
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) == '/' && name.charAt(i - 1) != '/') {
                count++;
            }
        }
        return count;
    }

    private static int baseLength(String name) {
        int end = name.length();
        while (end > 1 && name.charAt(end - 1) == '/') {
            end--;
        }
        return length(name.substring(name.lastIndexOf('/', end - 1) + 1, end));
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
