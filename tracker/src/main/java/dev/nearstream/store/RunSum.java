package dev.nearstream.store;

import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.Quantiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished run in numbers.
 *
 * @param forgotten whether this is all that is left of it
 * @param tracked packages, as are {@code scored}, {@code skipped}, {@code failed}, {@code atNewest} and {@code aligned}
 * @param scored those of the tracked that have a score: the assessed
 * @param atNewest those of the scored that stand at their newest admitted release
 * @param aligned those of {@code atNewest} with no point that is avoidable or blocked
 * @param deltas of the tracked packages, as are {@code droppable} and {@code breaking}
 * @param droppable those that upstream has, at the packaged version or at the newest release
 * @param breaking those that do not apply at the newest release and are not all upstream
 * @param points by class; every class is there
 * @param daysBehind of the scored, pinned, manual and disabled ones apart; 0 for one at its newest release; none where the
 *     run was forgotten before they were counted
 * @param policyHash the policy of the scores, or null where there are none or of several policies
 */
public record RunSum(
        Run run,
        boolean forgotten,
        int tracked,
        int scored,
        int skipped,
        int failed,
        int atNewest,
        int aligned,
        int deltas,
        int droppable,
        int breaking,
        Map<ScoreClass, Double> points,
        Quantiles daysBehind,
        @Nullable String policyHash) {

    public RunSum {
        points = Map.copyOf(points);
    }
}
