package dev.nearstream.patch;

/** How well a patch, or a hunk, that applies fits; ordered from best to worst. */
public enum Fit {
    /** At the very lines that the patch names, all context as it says. */
    EXACT,
    /** At other lines than those named. */
    OFFSET,
    /** Only with lines of context ignored. */
    FUZZ;

    static Fit of(long offset, int fuzz) {
        return fuzz > 0 ? FUZZ : offset != 0 ? OFFSET : EXACT;
    }
}
