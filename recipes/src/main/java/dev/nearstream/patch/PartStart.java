package dev.nearstream.patch;

import java.util.List;

/**
 * A file's part that was found: everything before its hunks.
 *
 * @param position where in the patch file the hunks begin
 * @param linesBefore the number of lines before that
 * @param line the line at which the part's header begins
 */
record PartStart(
        FilePatch.Format format,
        int position,
        int linesBefore,
        int line,
        PatchText.Layout layout,
        List<NameLine> nameLines,
        GitHeaders git) {
    FilePatch with(List<Hunk> hunks) {
        return new FilePatch(format, line, nameLines, git, hunks);
    }
}
