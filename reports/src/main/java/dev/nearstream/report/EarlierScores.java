package dev.nearstream.report;

import dev.nearstream.score.Points;
import dev.nearstream.store.Run;
import dev.nearstream.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The points of all packages in some earlier runs of the same recipes and selection.
 *
 * @param runs the ones nearest to one week and to four weeks before, later ones first; the last run is none of them
 * @param points by the run's id, then by package
 */
public record EarlierScores(List<Run> runs, Map<String, Map<String, Points>> points) {
    /** Nothing is known. */
    public static final EarlierScores NONE = new EarlierScores(List.of(), Map.of());

    private static final List<Duration> BEFORE = List.of(Duration.ofDays(7), Duration.ofDays(28));

    public EarlierScores {
        runs = List.copyOf(runs);
        points = Map.copyOf(points);
    }

    /** The points of a package in an earlier run. */
    public record Then(Run run, Points points) {}

    /** What the store has before a run. */
    public static EarlierScores read(RunStore store, Run of) {
        List<Run> runs = nearest(of, store.runs());
        return new EarlierScores(
                runs,
                runs.isEmpty()
                        ? Map.of()
                        : store.points(runs.stream().map(Run::id).toList()));
    }

    /** Of one package, later runs first; only of those in which it has a score. */
    public List<Then> of(String packageName) {
        List<Then> of = new ArrayList<>();
        for (Run run : runs) {
            Points then = points.getOrDefault(run.id(), Map.of()).get(packageName);
            if (then != null) {
                of.add(new Then(run, then));
            }
        }
        return of;
    }

    static List<Run> nearest(Run of, List<Run> all) {
        List<Run> earlier = all.stream()
                .filter(run -> run.finishedLike(of) && run.started().isBefore(of.started()))
                .sorted(Comparator.comparing(Run::started).reversed())
                .toList();
        @Nullable Run last = earlier.isEmpty() ? null : earlier.get(0);
        return BEFORE.stream()
                .map(of.started()::minus)
                .flatMap(when -> earlier.stream().min(Comparator.comparing(run -> distance(run, when))).stream())
                .filter(run -> !run.equals(last))
                .distinct()
                .toList();
    }

    private static Duration distance(Run run, Instant when) {
        return Duration.between(run.started(), when).abs();
    }
}
