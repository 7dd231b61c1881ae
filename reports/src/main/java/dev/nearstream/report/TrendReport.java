package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.owner.Owners;
import dev.nearstream.store.RunSum;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import dev.nearstream.trend.Lifetimes;
import dev.nearstream.trend.Move;
import dev.nearstream.trend.Takings;
import dev.nearstream.trend.Trend;
import dev.nearstream.trend.TrendPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which direction it goes.
 *
 * @param recipes where the tree comes from
 * @param patches how long patches are carried
 * @param all how long deltas of any kind are
 * @param moves what moved in each of the last weeks, the latest week first
 * @param owners what their packages carry
 * @param standings one for each week that is known, oldest first
 * @param takings what upstream took
 */
public record TrendReport(
        String recipes,
        Trend trend,
        Lifetimes patches,
        Lifetimes all,
        List<WeekMoves> moves,
        List<OwnerTrend> owners,
        List<WeekStanding> standings,
        Takings takings) {
    /** How many weeks packages must have been there, to be of the fixed cohort, where nobody says otherwise. */
    public static final int COHORT = 52;

    /** Weeks after which it is compared. */
    public static final int MONTH = 4;

    public static final int YEAR = 52;

    /** Weeks whose moves are told. */
    public static final int MOVES = 8;

    public TrendReport {
        moves = List.copyOf(moves);
        owners = List.copyOf(owners);
        standings = List.copyOf(standings);
    }

    /** What moved in a week. */
    public record WeekMoves(IsoWeek week, List<Move> moves) {
        public WeekMoves {
            moves = List.copyOf(moves);
        }
    }

    /**
     * What the store tells.
     *
     * @param sums of all runs, oldest first
     */
    public static TrendReport of(
            String recipes, CarriedPast past, JudgedPast judged, int cohortWeeks, List<RunSum> sums, Owners owners) {
        Trend trend = Trend.of(past, cohortWeeks);
        List<TrendPoint> points = trend.points();
        List<WeekMoves> moves = new ArrayList<>();
        for (int i = points.size() - 1; i > 0 && moves.size() < MOVES; i--) {
            IsoWeek week = points.get(i).week();
            moves.add(new WeekMoves(week, Move.between(past, points.get(i - 1).week(), week)));
        }
        return new TrendReport(
                recipes,
                trend,
                Lifetimes.of(past, kind -> kind == DeltaKind.PATCH),
                Lifetimes.of(past, kind -> true),
                moves,
                points.isEmpty()
                        ? List.of()
                        : OwnerTrend.all(
                                past,
                                points.get(points.size() - 1).week(),
                                week(ago(points, MONTH)),
                                week(ago(points, YEAR)),
                                owners),
                WeekStanding.all(recipes, sums, judged.standings()),
                Takings.of(past, judged.taken()));
    }

    private static @Nullable IsoWeek week(@Nullable TrendPoint point) {
        return point == null ? null : point.week();
    }

    /** The last week that is known. */
    public Optional<TrendPoint> last() {
        return trend.points().isEmpty()
                ? Optional.empty()
                : Optional.of(trend.points().get(trend.points().size() - 1));
    }

    /** The point that is {@link #MONTH} or {@link #YEAR} weeks older than the last one, or up to three more; else null. */
    public @Nullable TrendPoint ago(int weeks) {
        return ago(trend.points(), weeks);
    }

    private static @Nullable TrendPoint ago(List<TrendPoint> points, int weeks) {
        IsoWeek now = points.isEmpty() ? null : points.get(points.size() - 1).week();
        return points.stream()
                .filter(point -> {
                    long age = now == null ? 0 : point.week().until(now);
                    return age >= weeks && age <= weeks + 3;
                })
                .reduce((one, next) -> next)
                .orElse(null);
    }
}
