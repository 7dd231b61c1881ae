package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which of the names in a file's part is the file to patch.
 *
 * <p>GNU patch's rules: of the names (old, new, index) that exist the best one, which has the fewest path components, of
 * those the shortest name, of those the first; absolute names and names with {@code ..} are passed over as dangerous.
 * (2.7.6 does not forget the shortest length when it meets fewer components: a later name that is better by its
 * components and longer makes it find none.) Where none exists and the patch would delete or empty the file, the last name; where it
 * would create the file, the best name of those that need the fewest new directories. The name {@code Index:} counts
 * only without the others.
 */
final class NameChoice {
    private final PartNames names;
    private final List<String> candidates;
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
        String best = best(files::exists);
        if (best != null) {
            return best;
        }
        FileState before = names.state(reverse);
        FileState after = names.state(!reverse);
        boolean createsEmpty = after == FileState.EMPTY && before == FileState.ABSENT;
        if (after != FileState.PRESENT && !createsEmpty) {
            return candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
        }
        if (before == FileState.PRESENT) {
            return null;
        }
        int fewest =
                candidates.stream().mapToInt(this::missingDirectories).min().orElse(0);
        return best(name -> missingDirectories(name) == fewest);
    }

    private int missingDirectories(String name) {
        return directories(name) - files.existingDirectories(name);
    }

    private @Nullable String best(Predicate<String> admitted) {
        List<String> kept = candidates.stream().filter(admitted).toList();
        int components = Integer.MAX_VALUE;
        int length = Integer.MAX_VALUE;
        int whole = Integer.MAX_VALUE;
        for (String name : kept) {
            if (directories(name) > components) {
                continue;
            }
            components = directories(name);
            if (trimmedLength(name) > length) {
                continue;
            }
            length = trimmedLength(name);
            whole = Math.min(whole, length(name));
        }
        for (String name : kept) {
            if (isSafe(name)
                    && directories(name) == components
                    && trimmedLength(name) == length
                    && length(name) == whole) {
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

    /** The length without trailing slashes: 2.7.6 means the base name's and measures the whole name's. */
    private static int trimmedLength(String name) {
        int end = name.length();
        while (end > 1 && name.charAt(end - 1) == '/') {
            end--;
        }
        return length(name.substring(0, end));
    }

    private static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
