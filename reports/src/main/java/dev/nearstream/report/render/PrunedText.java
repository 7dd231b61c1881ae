package dev.nearstream.report.render;

import dev.nearstream.store.Pruned;

/** {@code prune} for the terminal. */
public final class PrunedText {
    private PrunedText() {}

    /** One line. */
    public static String of(Pruned pruned, int mirrors, int archives) {
        return "forgot " + Numbers.count(pruned.runs(), "finished run") + ", "
                + Numbers.count(pruned.unfinished(), "unfinished run") + ", "
                + Numbers.count(pruned.outcomes(), "outcome") + ", "
                + Numbers.count(pruned.assessments(), "assessment") + ", "
                + Numbers.count(pruned.cached(), "cached verdict") + ", "
                + Numbers.count(mirrors, "mirror") + ", "
                + Numbers.count(archives, "archive");
    }
}
