package dev.nearstream.store;

import static dev.nearstream.store.Samples.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Span;
import dev.nearstream.trend.Taken;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.trend.WeekChange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of the past, whatever the database. */
@ParameterizedClass
@EnumSource(Backend.class)
final class TrendContractTest {
    private static final IsoWeek FIRST = IsoWeek.parse("2025-W52");
    private static final CarriedDelta PATCH =
            new CarriedDelta(DeltaKind.PATCH, "patch:a.patch", "patch:0123", Purpose.SECURITY, 12);
    private static final CarriedDelta ALTERED =
            new CarriedDelta(DeltaKind.PATCH, "patch:a.patch", "patch:4567", Purpose.SECURITY, 14);
    private static final CarriedDelta LONG = new CarriedDelta(
            DeltaKind.INLINE_EDIT, "inline-edit:" + "x".repeat(3000), "e of \uD800", Purpose.UNKNOWN, 0);

    private final Store store;
    private final TrendStore trend;

    TrendContractTest(Backend backend, @TempDir Path directory) throws StoreBusyException {
        store = backend.place(directory).open(Clock.fixed(NIGHT, ZoneOffset.UTC));
        store.hold("backfill");
        trend = store.trend();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static PastWeek week(int number) {
        IsoWeek week = FIRST.plus(number);
        WeekCommit at = new WeekCommit(
                week,
                String.valueOf(number).repeat(40),
                week.monday().plusDays(6).atTime(23, 0).toInstant(ZoneOffset.UTC));
        return new PastWeek(at, 3, 2, 1, number);
    }

    private static WeekChange.Of of(CarriedDelta delta) {
        return new WeekChange.Of("a", delta);
    }

    private void threeWeeks(String recipes) {
        trend.add(recipes, week(0), new WeekChange(List.of(of(PATCH)), List.of(), List.of("a", "b"), List.of(), 0));
        trend.add(
                recipes,
                week(1),
                new WeekChange(List.of(of(ALTERED), of(LONG)), List.of(of(PATCH)), List.of(), List.of("b"), 1));
        trend.add(recipes, week(2), new WeekChange(List.of(), List.of(of(LONG)), List.of("b"), List.of(), 2));
    }

    @Test
    void givesBackWhatWasAdded() {
        threeWeeks("os");
        assertThat(trend.weeks("os")).containsExactly(week(0), week(1), week(2));
        assertThat(trend.spans("os"))
                .contains(new Span("a", PATCH, FIRST, FIRST.plus(1)), new Span("a", ALTERED, FIRST.plus(1), null))
                .hasSize(3);
        assertThat(trend.spans("os").stream().filter(span -> span.delta().kind() == DeltaKind.INLINE_EDIT))
                .as("a key too long for an index")
                .extracting(Span::gone)
                .containsExactly(FIRST.plus(2));
        assertThat(trend.packages("os"))
                .containsExactly(
                        new PackageSpan("a", FIRST, null),
                        new PackageSpan("b", FIRST, FIRST.plus(1)),
                        new PackageSpan("b", FIRST.plus(2), null));
    }

    @Test
    void treesAreApart() {
        threeWeeks("os");
        trend.add("other", week(0), new WeekChange(List.of(), List.of(), List.of("z"), List.of(), 0));
        assertThat(trend.packages("other")).containsExactly(new PackageSpan("z", FIRST, null));
        assertThat(trend.weeks("none")).isEmpty();
        trend.forgetFrom("other", FIRST);
        assertThat(trend.weeks("other")).isEmpty();
        assertThat(trend.weeks("os")).hasSize(3);
    }

    @Test
    void whatIsForgottenHasNotBeen() {
        threeWeeks("os");
        List<Span> spans = trend.spans("os");
        trend.forgetFrom("os", FIRST.plus(1));
        assertThat(trend.weeks("os")).containsExactly(week(0));
        assertThat(trend.spans("os")).containsExactly(new Span("a", PATCH, FIRST, null));
        assertThat(trend.packages("os"))
                .containsExactly(new PackageSpan("a", FIRST, null), new PackageSpan("b", FIRST, null));
        trend.add(
                "os",
                week(1),
                new WeekChange(List.of(of(ALTERED), of(LONG)), List.of(of(PATCH)), List.of(), List.of("b"), 1));
        trend.add("os", week(2), new WeekChange(List.of(), List.of(of(LONG)), List.of("b"), List.of(), 2));
        assertThat(trend.spans("os")).isEqualTo(spans);
    }

    private static PastStanding standing(int number, String basis) {
        return new PastStanding(
                FIRST.plus(number),
                2,
                1,
                1,
                0,
                number,
                1,
                Map.of(
                        ScoreClass.AVOIDABLE,
                        0.1 + 0.2,
                        ScoreClass.BLOCKED,
                        0.0,
                        ScoreClass.NECESSARY,
                        3.5,
                        ScoreClass.LAG,
                        1.0 * number),
                number == 0 ? new Quantiles(0, null, null) : new Quantiles(7, 3L, 40L),
                basis);
    }

    private static Taken taken(CarriedDelta delta, @Nullable LocalDate on, int seen) {
        return new Taken("a", delta.id(), delta.content(), on, on == null ? null : "1.1", FIRST.plus(seen));
    }

    @Test
    void judgedWeeksAreKept() {
        threeWeeks("os");
        trend.judge("os", standing(0, "one"), List.of(taken(PATCH, LocalDate.parse("2025-11-30"), 0)));
        trend.judge("os", standing(1, "one"), List.of(taken(ALTERED, null, 1), taken(PATCH, null, 1)));
        trend.judge("os", standing(1, "another"), List.of());
        assertThat(trend.standings("os")).containsExactly(standing(0, "one"), standing(1, "another"));
        assertThat(trend.taken("os"))
                .as("what is known stays")
                .containsExactlyInAnyOrder(taken(PATCH, LocalDate.parse("2025-11-30"), 0), taken(ALTERED, null, 1));
        assertThat(trend.standings("other")).isEmpty();
    }

    @Test
    void aChangeWasTakenInTheFirstWeekThatHadIt() {
        threeWeeks("os");
        trend.judge("os", standing(2, "one"), List.of(taken(PATCH, null, 2)));
        trend.judge("os", standing(1, "one"), List.of(taken(PATCH, null, 1)));
        assertThat(trend.taken("os")).extracting(Taken::seen).containsExactly(FIRST.plus(1));
    }

    @Test
    void whatWasJudgedOfForgottenWeeksIsForgotten() {
        threeWeeks("os");
        trend.judge("os", standing(0, "one"), List.of(taken(PATCH, null, 0)));
        trend.judge("os", standing(1, "one"), List.of(taken(ALTERED, null, 1)));
        trend.forgetFrom("os", FIRST.plus(1));
        assertThat(trend.standings("os")).containsExactly(standing(0, "one"));
        assertThat(trend.taken("os")).containsExactly(taken(PATCH, null, 0));
    }
}
