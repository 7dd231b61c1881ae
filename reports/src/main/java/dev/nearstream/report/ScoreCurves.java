package dev.nearstream.report;

import dev.nearstream.report.CurvePlaces.Place;
import dev.nearstream.score.Points;
import dev.nearstream.store.Run;
import dev.nearstream.store.RunStore;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The curves of all packages: their points by the runs of the same recipes and selection, and what they carried before. */
public final class ScoreCurves {
    /** Nothing is known. */
    public static final ScoreCurves NONE = new ScoreCurves(
            new CurvePlaces(false, List.of()), Map.of(), new CarriedPast(List.of(), List.of(), List.of()));

    private final CurvePlaces places;
    private final Map<String, Map<String, Points>> points;
    private final Map<String, List<Span>> carried = new HashMap<>();
    private final Map<String, List<PackageSpan>> there = new HashMap<>();

    private ScoreCurves(CurvePlaces places, Map<String, Map<String, Points>> points, CarriedPast past) {
        this.places = places;
        this.points = points;
        past.spans()
                .forEach(span -> carried.computeIfAbsent(span.packageName(), none -> new ArrayList<>())
                        .add(span));
        past.packages()
                .forEach(span -> there.computeIfAbsent(span.packageName(), none -> new ArrayList<>())
                        .add(span));
    }

    /** Those up to a run. */
    public static ScoreCurves read(RunStore store, Run until, CarriedPast past) {
        List<Run> runs = store.runs().stream()
                .filter(run -> run.finishedLike(until) && !run.started().isAfter(until.started()))
                .sorted(Comparator.comparing(Run::started))
                .toList();
        CurvePlaces places = CurvePlaces.of(runs, past.weeks());
        return new ScoreCurves(places, store.pointsOfDeltas(places.runs(), places.ends()), past);
    }

    /**
     * Those of runs that can be compared.
     *
     * @param runs oldest first
     * @param points by the run's id, then by package
     */
    public static ScoreCurves of(List<Run> runs, Map<String, Map<String, Points>> points, CarriedPast past) {
        return new ScoreCurves(CurvePlaces.of(runs, past.weeks()), points, past);
    }

    /** Of a package; empty where nothing but its lag has moved. */
    public Optional<ScoreCurve> of(String packageName) {
        List<Span> spans = carried.getOrDefault(packageName, List.of());
        boolean known = !spans.isEmpty() || points.values().stream().anyMatch(run -> run.containsKey(packageName));
        return known ? Optional.of(curve(packageName, spans).trimmed()).filter(ScoreCurve::moves) : Optional.empty();
    }

    private ScoreCurve curve(String packageName, List<Span> spans) {
        List<String> days = new ArrayList<>();
        List<@Nullable Double> all = new ArrayList<>();
        List<@Nullable Double> ofDeltas = new ArrayList<>();
        List<@Nullable Double> counted = new ArrayList<>();
        int[] steps = steps(spans);
        boolean[] was = there(packageName);
        int count = 0;
        for (int i = 0; i < places.places().size(); i++) {
            Place place = places.places().get(i);
            Points at = place.run() == null
                    ? null
                    : points.getOrDefault(place.run(), Map.of()).get(packageName);
            count += steps[i];
            days.add(place.day().toString());
            all.add(at == null ? null : Double.valueOf(at.total()));
            ofDeltas.add(at == null ? null : Double.valueOf(at.ofDeltas()));
            counted.add(place.past() && was[i] ? Double.valueOf(count) : null);
        }
        return new ScoreCurve(places.weekly(), days, all, ofDeltas, counted);
    }

    /** How many more deltas there are at each place than before it. */
    private int[] steps(List<Span> spans) {
        int[] steps = new int[places.places().size() + 1];
        for (Span span : spans) {
            steps[places.at(span.born())]++;
            if (span.gone() != null) {
                steps[places.at(span.gone())]--;
            }
        }
        return steps;
    }

    private boolean[] there(String packageName) {
        boolean[] there = new boolean[places.places().size()];
        for (PackageSpan span : this.there.getOrDefault(packageName, List.of())) {
            int end = span.gone() == null ? there.length : places.at(span.gone());
            for (int i = places.at(span.born()); i < end; i++) {
                there[i] = true;
            }
        }
        return there;
    }
}
