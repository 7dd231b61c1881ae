package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.score.ScoreClass;
import java.util.Map;

/**
 * How the packages of a past week stood against their upstreams at its end, as far as the mirrors of today tell.
 *
 * @param packages all that there were
 * @param assessed those of them that have a score; the rest had no upstream, or none that is at hand
 * @param atNewest those of the assessed that stood at their newest admitted release
 * @param aligned those of {@code atNewest} with no point that is avoidable or blocked
 * @param droppable deltas that upstream had, at the packaged version or at the newest release
 * @param breaking deltas that applied, and did not at the newest release
 * @param points by class; every class is there
 * @param daysBehind of the assessed, pinned, manual and disabled ones apart; 0 for one at its newest release
 * @param basis a hash of the scoring policy and of our own rules: under another one a week is judged anew
 */
public record PastStanding(
        IsoWeek week,
        int packages,
        int assessed,
        int atNewest,
        int aligned,
        int droppable,
        int breaking,
        Map<ScoreClass, Double> points,
        Quantiles daysBehind,
        String basis) {
    public PastStanding {
        points = Map.copyOf(points);
    }
}
