package dev.nearstream.report.render;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How sure a patch's verdicts are, in a word: high where the trees leave no doubt; medium where a part of the context was
 * passed over, or upstream is said to have it without a commit that shows it; low where the tree itself is in doubt.
 *
 * @param now at the packaged version, which all others stand on
 */
record VerdictConfidence(@Nullable Verdict now) {
    private static final String HIGH = "high";
    private static final String MEDIUM = "medium";
    private static final String LOW = "low";

    /** Of the verdict at the packaged version: what does not apply there is first of all a doubt about the tree. */
    String packaged() {
        return now == null ? Inline.UNKNOWN : fails(now) ? LOW : sure(now);
    }

    /** Of a verdict at a later tree. */
    String later(@Nullable Verdict verdict) {
        if (verdict == null) {
            return Inline.UNKNOWN;
        }
        boolean doubted = now == null || fails(now);
        return fails(verdict) && doubted ? LOW : sure(verdict);
    }

    private static String sure(Verdict verdict) {
        if (verdict instanceof Verdict.Unreadable) {
            return LOW;
        } else if (verdict instanceof Verdict.Upstream) {
            return verdict.evidence().stream().anyMatch(VerdictConfidence::shows) ? HIGH : MEDIUM;
        }
        return verdict.how() == Verdict.How.FUZZ ? MEDIUM : HIGH;
    }

    private static boolean shows(Evidence evidence) {
        return evidence.commit() != null || evidence.kind() == Evidence.Kind.MERGES_TO_NOTHING;
    }

    private static boolean fails(Verdict verdict) {
        return verdict instanceof Verdict.Conflicts
                || verdict instanceof Verdict.PartlyUpstream
                || verdict instanceof Verdict.Unreadable;
    }
}
