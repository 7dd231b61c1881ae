package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.store.RunSum;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.Lifetimes;
import dev.nearstream.trend.Move;
import dev.nearstream.trend.Trend;
import dev.nearstream.trend.TrendPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In which direction it goes.
 *
 * @param recipes where the tree comes from
 * @param patches how long patches are carried
 * @param all how long deltas of any kind are
 * @param moves what moved in each of the last weeks, the latest week first
 * @param byOwner distinct contents in the last week by the owners of their packages; what has none is under the empty name
 * @param standings the last finished run over all packages of each week, oldest first
 */
public record TrendReport(
        String recipes,
        Trend trend,
        Lifetimes patches,
        Lifetimes all,
        List<WeekMoves> moves,
        Map<String, Integer> byOwner,
        List<Standing> standings) {
    /** How many weeks packages must have been there, to be of the fixed cohort, where nobody says otherwise. */
    public static final int COHORT = 52;

    /** Weeks whose moves are told. */
    public static final int MOVES = 8;

    public TrendReport {
        moves = List.copyOf(moves);
        byOwner = Collections.unmodifiableMap(new TreeMap<>(byOwner));
        standings = List.copyOf(standings);
    }

    /** What moved in a week. */
    public record WeekMoves(IsoWeek week, List<Move> moves) {
        public WeekMoves {
            moves = List.copyOf(moves);
        }
    }

    /** How the distribution stood against its upstreams at the last run of a week. */
    public record Standing(IsoWeek week, RunSum sum) {}

    /** Who owns a package. */
    @FunctionalInterface
    public interface Owners {
        /** Of a package, by its name; none where nobody does. */
        List<String> of(String packageName);
    }

    /**
     * What the store tells.
     *
     * @param sums of all runs, oldest first
     */
    public static TrendReport of(String recipes, CarriedPast past, int cohortWeeks, List<RunSum> sums, Owners owners) {
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
                        ? Map.of()
                        : byOwner(past, points.get(points.size() - 1).week(), owners),
                standings(recipes, sums));
    }

    private static Map<String, Integer> byOwner(CarriedPast past, IsoWeek week, Owners owners) {
        Map<String, Set<String>> contents = new TreeMap<>();
        past.spans().stream().filter(span -> span.covers(week)).forEach(span -> {
            List<String> of = owners.of(span.packageName());
            for (String owner : of.isEmpty() ? List.of("") : of) {
                contents.computeIfAbsent(owner, name -> new HashSet<>())
                        .add(span.delta().content());
            }
        });
        Map<String, Integer> counts = new TreeMap<>();
        contents.forEach((owner, all) -> counts.put(owner, all.size()));
        return counts;
    }

    private static List<Standing> standings(String recipes, List<RunSum> sums) {
        Map<IsoWeek, Standing> last = new TreeMap<>();
        for (RunSum sum : sums) {
            Instant finished = sum.run().finished();
            if (finished != null
                    && sum.run().selection().isEmpty()
                    && sum.run().recipes().equals(recipes)) {
                IsoWeek week = IsoWeek.of(finished);
                last.put(week, new Standing(week, sum));
            }
        }
        return List.copyOf(last.values());
    }

    /** The last week that is known. */
    public Optional<TrendPoint> last() {
        return trend.points().isEmpty()
                ? Optional.empty()
                : Optional.of(trend.points().get(trend.points().size() - 1));
    }

    /** The point that is so many weeks older than the last one, or up to three more; null where there is none. */
    public @Nullable TrendPoint ago(int weeks) {
        return last().flatMap(now -> trend.points().stream()
                        .filter(point -> {
                            long age = point.week().until(now.week());
                            return age >= weeks && age <= weeks + 3;
                        })
                        .reduce((one, next) -> next))
                .orElse(null);
    }
}
