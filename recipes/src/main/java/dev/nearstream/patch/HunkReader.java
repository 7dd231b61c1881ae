package dev.nearstream.patch;

import java.util.Optional;

/** Reads the hunks of one diff format. */
@FunctionalInterface
interface HunkReader {
    /**
     * Reads the next hunk.
     *
     * @return empty where the next line does not begin a hunk
     * @throws MalformedPatchException where GNU patch gives up on the whole patch file
     */
    Optional<Hunk> read(PatchText text, PatchText.Layout layout) throws MalformedPatchException;
}
