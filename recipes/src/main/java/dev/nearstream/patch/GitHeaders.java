package dev.nearstream.patch;

import org.jspecify.annotations.Nullable;

/**
 * The extended header lines of git's diff format, as {@code git help diff} ("Generating patch text with -p") lists them.
 *
 * @param present whether there is a {@code diff --git} line; all else is unset without one
 * @param oldMode the old file mode, type bits included (0100644), or 0 where none is named
 * @param newMode the new file mode, or 0
 * @param oldState how much of a file the patch says there is before it
 * @param newState how much of a file the patch says there is after it
 * @param rename whether both "rename" lines are there
 * @param copy whether both "copy" lines are there
 * @param similarity the similarity or dissimilarity index as written, or {@code null}
 * @param oldIndex the old blob's (usually shortened) hash, or {@code null}
 * @param newIndex the new blob's hash, or {@code null}
 */
public record GitHeaders(
        boolean present,
        int oldMode,
        int newMode,
        FileState oldState,
        FileState newState,
        boolean rename,
        boolean copy,
        @Nullable String similarity,
        @Nullable String oldIndex,
        @Nullable String newIndex) {
    /** No {@code diff --git} line at all. */
    public static final GitHeaders NONE =
            new GitHeaders(false, 0, 0, FileState.PRESENT, FileState.PRESENT, false, false, null, null, null);

    /** Whether the patch creates the file. */
    public boolean newFile() {
        return oldState == FileState.ABSENT;
    }

    /** Whether the patch deletes the file. */
    public boolean deletedFile() {
        return newState == FileState.ABSENT;
    }
}
