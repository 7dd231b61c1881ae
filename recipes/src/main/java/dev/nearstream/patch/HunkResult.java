package dev.nearstream.patch;

/**
 * What became of one hunk.
 *
 * @param number its place in its file's part, from 1
 * @param line the line of the patched file at which it went in, or at which it was looked for first; GNU patch's
 *     "succeeded at" and "FAILED at"
 * @param result what became of it
 * @param offset by how many lines it (and the hunks before it) had to move from where the patch says
 * @param fuzz how many lines of context were ignored
 * @param patchLine the line of the patch file at which the hunk begins
 */
public record HunkResult(int number, long line, Result result, long offset, int fuzz, int patchLine) {
    /** What became of a hunk. */
    public enum Result {
        /** It went in. */
        APPLIED,
        /** It does not go in, and in reverse it does: its change is there already. */
        UPSTREAM,
        /** It goes in neither way. */
        FAILED
    }

    /** How well it fits. */
    public Fit how() {
        return Fit.of(offset, fuzz);
    }

    HunkResult upstream() {
        return new HunkResult(number, line, Result.UPSTREAM, offset, fuzz, patchLine);
    }
}
