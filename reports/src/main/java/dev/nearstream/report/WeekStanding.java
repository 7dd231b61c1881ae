package dev.nearstream.report;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.RunSum;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.Quantiles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a distribution stood against its upstreams in one week: by its last run over all packages, else by what the past was
 * found to be.
 *
 * @param run its id; null where it is of the past
 * @param packages all; {@code assessed} of them have a score
 * @param points by class; every class is there
 * @param daysBehind of the assessed
 */
public record WeekStanding(
        IsoWeek week,
        @Nullable String run,
        int packages,
        int assessed,
        int atNewest,
        int aligned,
        int droppable,
        int breaking,
        Map<ScoreClass, Double> points,
        Quantiles daysBehind) {
    public WeekStanding {
        points = Map.copyOf(points);
    }

    /**
     * One for each week that is known, oldest first.
     *
     * @param sums of all runs, oldest first
     */
    static List<WeekStanding> all(String recipes, List<RunSum> sums, Collection<PastStanding> past) {
        Map<IsoWeek, WeekStanding> all = new TreeMap<>();
        past.forEach(one -> all.put(one.week(), of(one)));
        for (RunSum sum : sums) {
            Instant finished = sum.run().finished();
            if (finished != null
                    && sum.run().selection().isEmpty()
                    && sum.run().recipes().equals(recipes)) {
                IsoWeek week = IsoWeek.of(finished);
                all.put(week, of(week, sum));
            }
        }
        return List.copyOf(all.values());
    }

    private static WeekStanding of(PastStanding past) {
        return new WeekStanding(
                past.week(),
                null,
                past.packages(),
                past.assessed(),
                past.atNewest(),
                past.aligned(),
                past.droppable(),
                past.breaking(),
                past.points(),
                past.daysBehind());
    }

    private static WeekStanding of(IsoWeek week, RunSum sum) {
        return new WeekStanding(
                week,
                sum.run().id(),
                sum.tracked() + sum.skipped() + sum.failed(),
                sum.scored(),
                sum.atNewest(),
                sum.aligned(),
                sum.droppable(),
                sum.breaking(),
                sum.points(),
                sum.daysBehind());
    }
}
