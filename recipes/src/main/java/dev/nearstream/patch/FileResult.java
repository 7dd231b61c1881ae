package dev.nearstream.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file's part.
 *
 * @param path the file that GNU patch chose, in the tree; where it found none, the name that the patch writes
 * @param hunks the hunks in order
 * @param problem why the part was not applied, beyond its hunks ("can't find file to patch"), or {@code null}
 */
public record FileResult(
        String path, List<HunkResult> hunks, @Nullable String problem) {
    public FileResult {
        hunks = List.copyOf(hunks);
    }
}
