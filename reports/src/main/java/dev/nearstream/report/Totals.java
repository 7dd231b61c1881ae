package dev.nearstream.report;

import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A night in numbers.
 *
 * @param packages all; the sum of {@code tracked}, {@code skipped} and {@code failed}
 * @param scored the assessed: those of the tracked that have a score
 * @param aligned those of the scored at their newest admitted release with no point that is avoidable or blocked
 * @param deltas of the tracked packages
 * @param points by class; every class is there
 * @param carrying how many packages have points of the class; every class is there
 */
public record Totals(
        int packages,
        int tracked,
        int scored,
        int skipped,
        int failed,
        int aligned,
        int deltas,
        Map<ScoreClass, Double> points,
        Map<ScoreClass, Integer> carrying) {

    public Totals {
        points = Map.copyOf(points);
        carrying = Map.copyOf(carrying);
    }

    static Totals of(Night night) {
        List<Outcome.Tracked> tracked = night.tracked().toList();
        Map<ScoreClass, Double> points = new EnumMap<>(ScoreClass.class);
        Map<ScoreClass, Integer> carrying = new EnumMap<>(ScoreClass.class);
        for (ScoreClass scoreClass : ScoreClass.values()) {
            double[] each = tracked.stream()
                    .mapToDouble(one -> points(one, scoreClass))
                    .filter(one -> one > 0)
                    .toArray();
            carrying.put(scoreClass, each.length);
            points.put(scoreClass, java.util.Arrays.stream(each).sum());
        }
        return new Totals(
                night.outcomes().size(),
                tracked.size(),
                (int) tracked.stream().filter(one -> one.score() != null).count(),
                (int) night.skipped().count(),
                (int) night.failed().count(),
                (int) tracked.stream().filter(Totals::aligned).count(),
                tracked.stream().mapToInt(one -> one.deltas().size()).sum(),
                points,
                carrying);
    }

    /** 0 without a score. */
    public static double points(Outcome.Tracked tracked, ScoreClass scoreClass) {
        Score score = tracked.score();
        return score == null ? 0 : score.total(scoreClass);
    }

    private static boolean aligned(Outcome.Tracked tracked) {
        return tracked.score() != null
                && tracked.lag().atNewest(tracked.version())
                && points(tracked, ScoreClass.AVOIDABLE) == 0
                && points(tracked, ScoreClass.BLOCKED) == 0;
    }
}
