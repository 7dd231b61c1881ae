package dev.nearstream.report;

import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import org.jspecify.annotations.Nullable;

/** Why a delta has no verdict. */
public final class DeltaProblem {
    private DeltaProblem() {}

    /** One line, or null where nothing is amiss. */
    public static @Nullable String of(AssessedDelta delta) {
        if (delta.now() instanceof Verdict.Unreadable unreadable) {
            return unreadable.problem();
        }
        if (delta.atLatest() instanceof Verdict.Unreadable unreadable) {
            return unreadable.problem();
        }
        return delta.notAssessed();
    }
}
