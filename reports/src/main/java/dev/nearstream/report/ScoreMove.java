package dev.nearstream.report;

import dev.nearstream.report.EarlierScores.Then;
import dev.nearstream.score.Points;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a package's points have moved.
 *
 * @param now all of them
 * @param last in the run before, or null where it had no score there
 * @param earlier in the runs nearest to one week and four weeks before, later ones first
 * @param causes of the difference to the last run, the largest first
 */
public record ScoreMove(double now, @Nullable Then last, List<Then> earlier, List<ScoreCause> causes) {
    /** Less than would be seen. */
    private static final double LEAST = 0.05;

    public ScoreMove {
        earlier = List.copyOf(earlier);
        causes = List.copyOf(causes);
    }

    /**
     * The move of a package that has a score; null of any other, and where no earlier score is known. Scores under other
     * weights are not compared.
     *
     * @param before the run before with this package's outcome, or null
     */
    static @Nullable ScoreMove of(Outcome outcome, @Nullable Night before, List<Then> earlier) {
        if (!(outcome instanceof Outcome.Tracked now) || now.score() == null) {
            return null;
        }
        Score score = now.score();
        Outcome.Tracked was = before == null
                ? null
                : before.tracked()
                        .filter(one -> one.packageName().equals(now.packageName()))
                        .findFirst()
                        .orElse(null);
        Score then = was == null ? null : was.score();
        Then last = null;
        List<ScoreCause> causes = List.of();
        if (before != null && was != null && then != null && then.policyHash().equals(score.policyHash())) {
            last = new Then(before.run(), points(then));
            causes = ScoreCauses.between(was, then, now, score);
        }
        String told = before == null ? "" : before.run().id();
        List<Then> others =
                earlier.stream().filter(one -> !one.run().id().equals(told)).toList();
        return last == null && others.isEmpty() ? null : new ScoreMove(score.total(), last, others, causes);
    }

    /** Whether it has as many points as in each of the earlier runs. */
    public boolean none() {
        return causes.isEmpty() && isSame(last) && earlier.stream().allMatch(this::isSame);
    }

    /** How many more points than then; 0 where the difference would not be seen. */
    public double since(Then then) {
        double more = now - then.points().total();
        return Math.abs(more) < LEAST ? 0 : more;
    }

    private boolean isSame(@Nullable Then then) {
        return then == null || since(then) == 0;
    }

    private static Points points(Score score) {
        return new Points(
                score.total(ScoreClass.AVOIDABLE),
                score.total(ScoreClass.BLOCKED),
                score.total(ScoreClass.NECESSARY),
                score.total(ScoreClass.LAG));
    }
}
