package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.score.Points;
import dev.nearstream.store.Run;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreCurvesTest {
    private static final CarriedPast NOTHING = new CarriedPast(List.of(), List.of(), List.of());
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W31");

    @Test
    void fewRunsAreAPlaceEach() {
        ScoreCurve curve =
                curve(NOTHING, points(8, 1), points(20, 2), points(20, 3)).orElseThrow();

        assertThat(curve.weekly()).isFalse();
        assertThat(curve.days()).containsExactly("2026-08-21", "2026-08-22", "2026-08-23");
        assertThat(curve.points()).containsExactly(9.0, 22.0, 23.0);
        assertThat(curve.ofDeltas()).containsExactly(8.0, 20.0, 20.0);
        assertThat(curve.carried()).containsOnlyNulls();
    }

    @Test
    void lagAloneIsNoCurve() {
        assertThat(curve(NOTHING, points(8, 1), points(8.01, 2))).isEmpty();
        assertThat(curve(NOTHING, points(0, 1), points(0, 2))).isEmpty();
        assertThat(curve(NOTHING)).isEmpty();
    }

    @Test
    void aRunWithoutAScoreIsAGap() {
        assertThat(curve(NOTHING, points(8, 0), null, points(9, 0))
                        .orElseThrow()
                        .points())
                .containsExactly(8.0, null, 9.0);
    }

    @Test
    void whereThePastIsKnownPlacesAreWeeksWithTheirLastRun() {
        CarriedPast past = past(
                List.of(span("patch:a", 0, null), span("patch:b", 1, 3), span("patch:c", 1, null)),
                new PackageSpan("p", FIRST, null));

        ScoreCurve curve = curve(past, points(8, 0), points(9, 0), points(10, 0), points(11, 0))
                .orElseThrow();

        assertThat(curve.weekly()).isTrue();
        assertThat(curve.days()).containsExactly("2026-07-27", "2026-08-03", "2026-08-10", "2026-08-17", "2026-08-24");
        assertThat(curve.carried()).containsExactly(1.0, 3.0, 3.0, 2.0, null);
        assertThat(curve.points()).containsExactly(null, null, null, 10.0, 11.0);
    }

    @Test
    void aCurveBeginsWithItsPackage() {
        CarriedPast past = past(
                List.of(span("patch:a", 2, null), span("patch:b", 3, null)), new PackageSpan("p", FIRST.plus(2), null));

        assertThat(curve(past, points(8, 0)).orElseThrow().days()).containsExactly("2026-08-10", "2026-08-17");
        assertThat(curve(past, points(8, 0)).orElseThrow().carried()).containsExactly(1.0, 2.0);
    }

    @Test
    void manyRunsAreWeeksAndSoManyOfThemAreLookedInto() {
        List<Run> runs = IntStream.range(0, 300).mapToObj(Nights::run).toList();
        CurvePlaces places = CurvePlaces.of(runs, List.of());

        assertThat(places.weekly()).isTrue();
        assertThat(places.runs())
                .hasSize(26)
                .endsWith(Nights.run(299).id())
                .doesNotContain(Nights.run(298).id());
        assertThat(places.ends())
                .containsExactly(places.runs().get(0), Nights.run(299).id());
        assertThat(CurvePlaces.of(runs.subList(0, 1), List.of()).ends())
                .containsExactly(Nights.run(0).id());
    }

    private static @Nullable Points points(double necessary, double lag) {
        return new Points(0, 0, necessary, lag);
    }

    /** Of the package p, by the points of its runs, night after night; the past has four weeks. */
    private static Optional<ScoreCurve> curve(CarriedPast past, @Nullable Points... nights) {
        List<Run> runs = new ArrayList<>();
        Map<String, Map<String, Points>> points = new HashMap<>();
        for (int i = 0; i < nights.length; i++) {
            Run run = Nights.run(i);
            runs.add(run);
            Points of = nights[i];
            points.put(run.id(), of == null ? Map.of() : Map.of("p", of));
        }
        return ScoreCurves.of(runs, points, past).of("p");
    }

    private static CarriedPast past(List<Span> spans, PackageSpan there) {
        List<PastWeek> weeks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            weeks.add(new PastWeek(new WeekCommit(FIRST.plus(i), "c" + i, Instant.EPOCH), 1, 1, 1, 0));
        }
        return new CarriedPast(weeks, spans, List.of(there));
    }

    private static Span span(String id, int born, @Nullable Integer gone) {
        return new Span(
                "p",
                new CarriedDelta(DeltaKind.PATCH, id, id, Purpose.UNKNOWN, 1),
                FIRST.plus(born),
                gone == null ? null : FIRST.plus(gone));
    }
}
