package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import java.util.Comparator;
import java.util.List;

/**
 * A package's deltas as a person reads them: what can be dropped, what breaks, what is needed, what is not known; in each
 * the recipe's order.
 */
final class DeltaOrder {
    private DeltaOrder() {}

    static List<AssessedDelta> of(List<AssessedDelta> deltas) {
        return deltas.stream().sorted(Comparator.comparingInt(DeltaOrder::rank)).toList();
    }

    private static int rank(AssessedDelta delta) {
        Verdict verdict = delta.atLatest() == null ? delta.now() : delta.atLatest();
        if (verdict == null) {
            return 3;
        }
        boolean upstream = verdict instanceof Verdict.Upstream || delta.now() instanceof Verdict.Upstream;
        return upstream ? 0 : verdict instanceof Verdict.Applies ? 2 : 1;
    }
}
