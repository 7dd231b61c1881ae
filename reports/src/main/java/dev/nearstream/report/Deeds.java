package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Deed.Kind;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is worth doing first: by points saved against effort, one deed for a patch family in all its packages. */
final class Deeds {
    private static final double DROP_EACH = 1;
    private static final double BUMP = 2;
    private static final double REFRESH = 6;

    private static final Comparator<Deed> ORDER = Comparator.comparingDouble(
                    (Deed deed) -> -deed.gain() / deed.effort())
            .thenComparing(deed -> deed.packages().get(0).packageName())
            .thenComparing(Deed::kind);

    private Deeds() {}

    static List<Deed> of(Night night) {
        List<Deed> deeds = new ArrayList<>();
        List<CarriedDelta> now =
                night.deltas().filter(CarriedDelta::droppableNow).toList();
        groups(now, Deeds::dropped).values().stream()
                .collect(Collectors.groupingBy(Deeds::said, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(same ->
                        deeds.add(drop(same.stream().flatMap(List::stream).toList())));
        night.tracked().forEach(tracked -> deeds.add(delete(tracked)));
        List<CarriedDelta> breaking =
                night.deltas().filter(CarriedDelta::breaksAtLatest).toList();
        groups(breaking, CarriedDelta::family).values().forEach(group -> deeds.add(refresh(group)));
        night.tracked()
                .filter(tracked ->
                        tracked.lag().releases() > 0 && tracked.lag().stream() == null && tracked.score() != null)
                .collect(Collectors.groupingBy(Deeds::rids, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(streams -> deeds.add(bump(streams)));
        return deeds.stream().filter(deed -> deed.gain() > 0).sorted(ORDER).toList();
    }

    private static Map<String, List<CarriedDelta>> groups(
            List<CarriedDelta> deltas, Function<CarriedDelta, String> key) {
        return deltas.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    /** Patches by their family; of other kinds all that one edit of a recipe takes out. */
    private static String dropped(CarriedDelta carried) {
        return carried.delta().kind() == DeltaKind.PATCH
                ? carried.family()
                : carried.of().packageName() + " " + carried.delta().kind().label();
    }

    /** What is to go, and why: edits that one pipeline makes in many packages are one deed. */
    private static String said(List<CarriedDelta> group) {
        CarriedDelta first = group.get(0);
        if (first.delta().kind() == DeltaKind.PATCH) {
            return first.family();
        }
        return group.stream()
                .map(carried -> carried.delta().id() + " " + why(carried.delta().now()))
                .collect(Collectors.joining("\n"));
    }

    private static String why(@Nullable Verdict now) {
        return now == null ? "" : now.evidence().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Deed delete(Outcome.Tracked tracked) {
        List<UnusedFile> files = UnusedFile.of(tracked).toList();
        double gain = files.stream()
                .map(UnusedFile::points)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
        return new Deed(Kind.DELETE, List.of(), files, List.of(tracked), gain, DROP_EACH);
    }

    private static Deed drop(List<CarriedDelta> group) {
        List<Outcome.Tracked> packages = packages(group);
        return new Deed(
                Kind.DROP,
                group,
                List.of(),
                packages,
                points(group, ScoreClass.AVOIDABLE),
                DROP_EACH * packages.size());
    }

    private static Deed refresh(List<CarriedDelta> group) {
        List<Outcome.Tracked> packages = packages(group);
        return new Deed(
                Kind.REFRESH, group, List.of(), packages, points(group, ScoreClass.BLOCKED), REFRESH + packages.size());
    }

    /** What a bump rids the package of: streams that are rid of the same are bumped together, others each alone. */
    private static String rids(Outcome.Tracked tracked) {
        String families =
                going(tracked).map(CarriedDelta::family).sorted().distinct().collect(Collectors.joining(" "));
        return families.isEmpty() ? " " + tracked.packageName() : families;
    }

    private static Stream<CarriedDelta> going(Outcome.Tracked tracked) {
        return CarriedDelta.of(tracked).filter(CarriedDelta::droppableAtLatest);
    }

    /** What breaks on the way has to be mended first. */
    private static Deed bump(List<Outcome.Tracked> streams) {
        List<CarriedDelta> going = streams.stream().flatMap(Deeds::going).toList();
        long breaking = streams.stream()
                .flatMap(CarriedDelta::of)
                .filter(CarriedDelta::breaksAtLatest)
                .map(CarriedDelta::family)
                .distinct()
                .count();
        double lag = streams.stream()
                .mapToDouble(tracked -> Totals.points(tracked, ScoreClass.LAG))
                .sum();
        double effort = BUMP * streams.size() + REFRESH * breaking;
        return new Deed(Kind.BUMP, going, List.of(), streams, points(going, ScoreClass.AVOIDABLE) + lag, effort);
    }

    private static double points(List<CarriedDelta> deltas, ScoreClass of) {
        return deltas.stream().mapToDouble(delta -> delta.points(of)).sum();
    }

    private static List<Outcome.Tracked> packages(List<CarriedDelta> deltas) {
        return deltas.stream()
                .map(CarriedDelta::of)
                .distinct()
                .sorted(Comparator.comparing(Outcome.Tracked::packageName))
                .toList();
    }
}
