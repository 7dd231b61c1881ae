package dev.nearstream.patch;

import java.util.Optional;

/** Reads hunks of {@code diff -c}. */
final class ContextHunkReader implements HunkReader {
    @Override
    public Optional<Hunk> read(PatchText text, PatchText.Layout layout) throws MalformedPatchException {
        throw new MalformedPatchException(text.line() + 1, "context diffs (diff -c) are not supported");
    }
}
