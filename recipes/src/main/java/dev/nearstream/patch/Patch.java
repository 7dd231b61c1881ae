package dev.nearstream.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One patch file as read: what it says about itself, what it does to each file, and what is wrong with it.
 *
 * @param header the text before the first file's part
 * @param files the parts in the order of the patch file; one file may occur several times
 * @param problem what stops GNU patch from reading it (nothing but garbage, a malformed hunk, a size beyond the limit),
 *     or {@code null}; the files before the problem are still listed
 */
public record Patch(
        PatchHeader header, List<FilePatch> files, @Nullable PatchProblem problem) {
    public Patch {
        files = List.copyOf(files);
    }

    /** The number of hunks over all files. */
    public int hunkCount() {
        return files.stream().mapToInt(file -> file.hunks().size()).sum();
    }

    /** The number of lines that the hunks add. */
    public int addedLines() {
        return files.stream()
                .flatMap(file -> file.hunks().stream())
                .mapToInt(Hunk::addedLines)
                .sum();
    }

    /** The number of lines that the hunks remove. */
    public int removedLines() {
        return files.stream()
                .flatMap(file -> file.hunks().stream())
                .mapToInt(Hunk::removedLines)
                .sum();
    }
}
