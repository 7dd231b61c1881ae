package dev.nearstream.tracker;

import dev.nearstream.delta.Verdict;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.Quantiles;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up the outcomes of one past week. */
final class PastTally {
    private final Map<ScoreClass, Double> points = new EnumMap<>(ScoreClass.class);
    private final List<Long> days = new ArrayList<>();
    private final Instant now;
    private int assessed;
    private int atNewest;
    private int aligned;
    private int droppable;
    private int breaking;

    /** @param now the week's end */
    PastTally(Instant now) {
        this.now = now;
        for (ScoreClass scoreClass : ScoreClass.values()) {
            points.put(scoreClass, 0.0);
        }
    }

    void add(Outcome.Tracked outcome) {
        for (AssessedDelta delta : outcome.deltas()) {
            droppable += isUpstream(delta) ? 1 : 0;
            breaking += isBreaking(delta) ? 1 : 0;
        }
        Score score = outcome.score();
        if (score == null) {
            return;
        }
        assessed++;
        points.replaceAll((scoreClass, sum) -> sum + score.total(scoreClass));
        boolean newest = outcome.lag().atNewest(outcome.version());
        atNewest += newest ? 1 : 0;
        boolean clean = score.total(ScoreClass.AVOIDABLE) == 0 && score.total(ScoreClass.BLOCKED) == 0;
        aligned += newest && clean ? 1 : 0;
        addDays(outcome.lag());
    }

    private void addDays(Lag lag) {
        if (lag.newestVersion() == null || lag.stream() != null) {
            return;
        }
        if (lag.releases() == 0) {
            days.add(0L);
        } else if (lag.firstMissed() != null) {
            days.add(Math.max(0, ChronoUnit.DAYS.between(lag.firstMissed(), now)));
        }
    }

    static boolean isUpstream(AssessedDelta delta) {
        return delta.now() instanceof Verdict.Upstream || delta.atLatest() instanceof Verdict.Upstream;
    }

    private static boolean isBreaking(AssessedDelta delta) {
        return delta.now() instanceof Verdict.Applies
                && (delta.atLatest() instanceof Verdict.Conflicts
                        || delta.atLatest() instanceof Verdict.PartlyUpstream);
    }

    PastStanding standing(IsoWeek week, int packages, String basis) {
        return new PastStanding(
                week, packages, assessed, atNewest, aligned, droppable, breaking, points, Quantiles.of(days), basis);
    }
}
