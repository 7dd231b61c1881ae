package dev.nearstream.patch;

/**
 * Applies the hunks of one part to one file, in order.
 *
 * <p>GNU patch's rules: each hunk is first looked for without fuzz, then with one more line each time, up to the allowed
 * fuzz but no more than the hunk has context; with {@code --force} it is never tried the other way round. A hunk that
 * creates a file and finds content at line 1 fails.
 */
final class HunkApplier {
    private final int maxFuzz;
    private final boolean reverse;
    private final boolean createsOverContent;
    private final HunkSearch search;
    private final PatchedText text;
    private long moved;
    private int number;

    HunkApplier(SourceLines source, SearchBudget budget, int maxFuzz, boolean reverse, boolean creates) {
        this.maxFuzz = maxFuzz;
        this.reverse = reverse;
        createsOverContent = creates && source.bytes().length > 0;
        search = new HunkSearch(source, budget);
        text = new PatchedText(source);
    }

    HunkResult apply(Hunk hunk) {
        HunkSide side = new HunkSide(hunk, reverse);
        number++;
        int most = Math.min(maxFuzz, side.context());
        int fuzz = 0;
        long line = search.locate(side, fuzz, text.frozen());
        while (line == 0 && ++fuzz <= most) {
            line = search.locate(side, fuzz, text.frozen());
        }
        long shown = (line != 0 ? line : side.first()) + moved;
        if (line == 0 || (line == 1 && createsOverContent) || !text.apply(side, line)) {
            return new HunkResult(number, shown, HunkResult.Result.FAILED, 0, 0, hunk.line());
        }
        moved += side.replacementLines() - side.patternLines();
        return new HunkResult(number, shown, HunkResult.Result.APPLIED, search.offset(), fuzz, hunk.line());
    }

    /** Whether nothing is left of the file; after {@link #finish}. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    byte[] finish() {
        return text.finish();
    }
}
