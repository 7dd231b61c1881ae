package dev.nearstream.patch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects git's extended header lines.
 *
 * <p>GNU patch's rules: a blob hash of zeros says that the file does not exist, the hash of the empty blob that it is
 * empty; a mode must have six octal digits; a name behind {@code rename} or {@code copy} is ignored (it lacks the
 * prefix), the {@code diff --git} line's names are used.
 */
final class GitHeaderReader {
    private static final Pattern INDEX = Pattern.compile("index ([0-9a-f]+)\\.\\.([0-9a-f]+)(\\s[\\s\\S]*)?");
    private static final Pattern MODE = Pattern.compile("\\s*([0-7]{6})\r?\n");
    private static final String EMPTY_BLOB = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    private boolean present;
    private boolean extended;
    private int oldMode;
    private int newMode;
    private FileState oldState = FileState.PRESENT;
    private FileState newState = FileState.PRESENT;
    private boolean renameFrom;
    private boolean renameTo;
    private boolean copyFrom;
    private boolean copyTo;
    private @Nullable String similarity;
    private @Nullable String oldIndex;
    private @Nullable String newIndex;

    void begin() {
        present = true;
    }

    boolean isPresent() {
        return present;
    }

    /** Whether a line was read that makes a patch even without hunks. */
    boolean isExtended() {
        return extended;
    }

    /** Reads a line, if it is one of git's. */
    boolean read(String line) {
        if (!present) {
            return false;
        }
        if (line.startsWith("similarity index ") || line.startsWith("dissimilarity index ")) {
            similarity = line.substring(line.indexOf("index ") + 6).strip();
            return false;
        }
        boolean known = line.startsWith("index ") ? index(line) : mode(line) || move(line);
        extended |= known;
        return known;
    }

    GitHeaders build() {
        return present
                ? new GitHeaders(
                        true,
                        oldMode,
                        newMode,
                        oldState,
                        newState,
                        renameFrom && renameTo,
                        copyFrom && copyTo,
                        similarity,
                        oldIndex,
                        newIndex)
                : GitHeaders.NONE;
    }

    private boolean index(String line) {
        Matcher matcher = INDEX.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        oldIndex = matcher.group(1);
        newIndex = matcher.group(2);
        oldState = state(oldIndex);
        newState = state(newIndex);
        String mode = matcher.group(3);
        if (mode != null && !mode.isBlank()) {
            oldMode = octal(mode);
            newMode = oldMode;
        }
        return true;
    }

    private boolean mode(String line) {
        if (line.startsWith("old mode ")) {
            oldMode = octal(line.substring(9));
        } else if (line.startsWith("new mode ")) {
            newMode = octal(line.substring(9));
        } else if (line.startsWith("deleted file mode ")) {
            oldMode = octal(line.substring(18));
            newState = FileState.ABSENT;
        } else if (line.startsWith("new file mode ")) {
            newMode = octal(line.substring(14));
            oldState = FileState.ABSENT;
        } else {
            return false;
        }
        return true;
    }

    private boolean move(String line) {
        boolean known = true;
        if (line.startsWith("rename from ")) {
            renameFrom = true;
        } else if (line.startsWith("rename to ")) {
            renameTo = true;
        } else if (line.startsWith("copy from ")) {
            copyFrom = true;
        } else if (line.startsWith("copy to ")) {
            copyTo = true;
        } else {
            known = false;
        }
        return known;
    }

    private static FileState state(String hash) {
        if (hash.chars().allMatch(c -> c == '0')) {
            return FileState.ABSENT;
        }
        return EMPTY_BLOB.startsWith(hash) ? FileState.EMPTY : FileState.PRESENT;
    }

    private static int octal(String text) {
        Matcher matcher = MODE.matcher(text);
        return matcher.matches() ? Integer.parseInt(matcher.group(1), 8) : 0;
    }
}
