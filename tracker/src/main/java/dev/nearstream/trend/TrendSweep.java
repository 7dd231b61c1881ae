package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One pass over the weeks. */
final class TrendSweep {
    private final CarriedPast past;
    private final IsoWeek since;
    private final Set<String> cohort;
    private final Map<IsoWeek, List<Span>> begun;
    private final Map<IsoWeek, List<Span>> ended = new HashMap<>();
    private final Map<IsoWeek, Set<String>> gone = new HashMap<>();
    private final Map<IsoWeek, Set<String>> arrived;

    private final Tally<String> packages = new Tally<>();
    private final Tally<String> contents = new Tally<>();
    private final Tally<String> cohortContents = new Tally<>();
    private final Map<DeltaKind, Integer> byKind = new EnumMap<>(DeltaKind.class);
    private final Map<DeltaKind, Tally<String>> contentsByKind = new EnumMap<>(DeltaKind.class);
    private final Map<Purpose, Tally<String>> contentsByPurpose = new EnumMap<>(Purpose.class);
    private int deltas;

    TrendSweep(CarriedPast past, IsoWeek since, Set<String> cohort) {
        this.past = past;
        this.since = since;
        this.cohort = cohort;
        this.begun = past.spans().stream().collect(Collectors.groupingBy(Span::born));
        for (Span span : past.spans()) {
            if (span.gone() != null) {
                ended.computeIfAbsent(span.gone(), week -> new ArrayList<>()).add(span);
            }
        }
        this.arrived = past.packages().stream()
                .collect(Collectors.groupingBy(
                        PackageSpan::born, Collectors.mapping(PackageSpan::packageName, Collectors.toSet())));
        for (PackageSpan span : past.packages()) {
            if (span.gone() != null) {
                gone.computeIfAbsent(span.gone(), week -> new HashSet<>()).add(span.packageName());
            }
        }
    }

    List<TrendPoint> points() {
        Map<IsoWeek, Integer> there = new HashMap<>();
        int count = 0;
        for (PastWeek week : past.weeks()) {
            IsoWeek at = week.at().week();
            count += arrived.getOrDefault(at, Set.of()).size()
                    - gone.getOrDefault(at, Set.of()).size();
            there.put(at, count);
        }
        List<TrendPoint> points = new ArrayList<>();
        for (PastWeek week : past.weeks()) {
            IsoWeek at = week.at().week();
            Flow flow = step(at);
            points.add(new TrendPoint(
                    at,
                    there.getOrDefault(at, 0),
                    packages.distinct(),
                    deltas,
                    present(byKind),
                    contents.distinct(),
                    distinct(contentsByKind),
                    distinct(contentsByPurpose),
                    flow,
                    week.bumped(),
                    at.compareTo(since) < 0 ? null : cohortContents.distinct()));
        }
        return points;
    }

    private Flow step(IsoWeek week) {
        List<Span> going = ended.getOrDefault(week, List.of());
        List<Span> coming = begun.getOrDefault(week, List.of());
        Set<String> goingIds = going.stream().map(TrendSweep::key).collect(Collectors.toSet());
        Set<String> comingIds = coming.stream().map(TrendSweep::key).collect(Collectors.toSet());
        Set<String> before = coming.stream()
                .map(span -> span.delta().content())
                .filter(contents::has)
                .collect(Collectors.toSet());
        going.forEach(span -> count(span, -1));
        coming.forEach(span -> count(span, 1));
        Set<String> newPackages = arrived.getOrDefault(week, Set.of());
        Set<String> gonePackages = gone.getOrDefault(week, Set.of());
        Map<String, Boolean> born = came(coming, before, goingIds, newPackages);
        Map<String, Boolean> went = went(going, comingIds, gonePackages);
        int arrivals = (int) born.values().stream().filter(with -> with).count();
        int retirals = (int) went.values().stream().filter(with -> with).count();
        return new Flow(born.size() - arrivals, arrivals, went.size() - retirals, retirals);
    }

    /** By content that came: whether with new packages alone. */
    private static Map<String, Boolean> came(
            List<Span> coming, Set<String> before, Set<String> altered, Set<String> newPackages) {
        Map<String, Boolean> came = new HashMap<>();
        Set<String> goOn = coming.stream()
                .filter(span -> altered.contains(key(span)))
                .map(span -> span.delta().content())
                .collect(Collectors.toSet());
        for (Span span : coming) {
            String content = span.delta().content();
            if (!before.contains(content) && !goOn.contains(content)) {
                came.merge(content, newPackages.contains(span.packageName()), Boolean::logicalAnd);
            }
        }
        return came;
    }

    /** By content that went: whether with packages that are gone alone. */
    private Map<String, Boolean> went(List<Span> going, Set<String> altered, Set<String> gonePackages) {
        Map<String, Boolean> went = new HashMap<>();
        Set<String> goOn = going.stream()
                .filter(span -> altered.contains(key(span)))
                .map(span -> span.delta().content())
                .collect(Collectors.toSet());
        for (Span span : going) {
            String content = span.delta().content();
            if (!contents.has(content) && !goOn.contains(content)) {
                went.merge(content, gonePackages.contains(span.packageName()), Boolean::logicalAnd);
            }
        }
        return went;
    }

    private static String key(Span span) {
        return span.packageName() + "\0" + span.delta().id();
    }

    private void count(Span span, int by) {
        CarriedDelta delta = span.delta();
        deltas += by;
        byKind.merge(delta.kind(), by, Integer::sum);
        tally(packages, span.packageName(), by);
        tally(contents, delta.content(), by);
        tally(contentsByKind.computeIfAbsent(delta.kind(), kind -> new Tally<>()), delta.content(), by);
        tally(contentsByPurpose.computeIfAbsent(delta.purpose(), purpose -> new Tally<>()), delta.content(), by);
        if (cohort.contains(span.packageName())) {
            tally(cohortContents, delta.content(), by);
        }
    }

    private static void tally(Tally<String> tally, String thing, int by) {
        if (by > 0) {
            tally.add(thing);
        } else {
            tally.remove(thing);
        }
    }

    private static Map<DeltaKind, Integer> present(Map<DeltaKind, Integer> counts) {
        Map<DeltaKind, Integer> present = new EnumMap<>(DeltaKind.class);
        counts.forEach((kind, count) -> {
            if (count > 0) {
                present.put(kind, count);
            }
        });
        return present;
    }

    private static <K> Map<K, Integer> distinct(Map<K, Tally<String>> tallies) {
        Map<K, Integer> counts = new HashMap<>();
        tallies.forEach((key, tally) -> {
            if (tally.distinct() > 0) {
                counts.put(key, tally.distinct());
            }
        });
        return counts;
    }
}
