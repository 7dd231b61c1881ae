package dev.nearstream.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long patches wait for upstream, and how long they are carried when it has them. */
class TakingsTest {
    private static final IsoWeek W10 = IsoWeek.parse("2026-W10");

    private static Span span(String name, String content, int born, @Nullable Integer gone) {
        CarriedDelta delta =
                new CarriedDelta(DeltaKind.PATCH, "patch:x.patch", "patch:" + content, Purpose.SECURITY, 3);
        return new Span(name, delta, W10.plus(born), gone == null ? null : W10.plus(gone));
    }

    private static Taken taken(String name, String content, @Nullable Integer on, int seen) {
        LocalDate day = on == null ? null : W10.plus(on).monday().plusDays(3);
        return new Taken(name, "patch:x.patch", "patch:" + content, day, "1.1", W10.plus(seen));
    }

    private static Takings of(List<Span> spans, Taken... taken) {
        return Takings.of(new CarriedPast(List.of(), spans, List.of()), List.of(taken));
    }

    private static Quantiles one(long weeks) {
        return new Quantiles(1, weeks, weeks);
    }

    @Test
    void aPatchIsTakenReleasedAndDropped() {
        Takings takings = of(List.of(span("a", "one", 0, 9)), taken("a", "one", 4, 7));
        assertThat(takings.count()).isEqualTo(1);
        assertThat(takings.backports()).isZero();
        assertThat(takings.birthToTaken()).isEqualTo(one(4));
        assertThat(takings.takenToDropped()).isEqualTo(one(5));
        assertThat(takings.releasedToDropped()).isEqualTo(one(2));
        assertThat(takings.waiting()).isZero();
        assertThat(takings.byWeek()).isEqualTo(Map.of(W10.plus(7), 1));
    }

    @Test
    void aBackportWasUpstreamsBeforeItWasCarried() {
        Takings takings = of(List.of(span("a", "one", 3, 9)), taken("a", "one", 1, 7));
        assertThat(takings.backports()).isEqualTo(1);
        assertThat(takings.birthToTaken().count()).isZero();
        assertThat(takings.takenToDropped())
                .as("it could not be dropped before it was there")
                .isEqualTo(one(6));
    }

    @Test
    void whatIsStillCarriedWaits() {
        Takings takings = of(List.of(span("a", "one", 0, null)), taken("a", "one", 4, 7));
        assertThat(takings.waiting()).isEqualTo(1);
        assertThat(takings.birthToTaken()).isEqualTo(one(4));
        assertThat(takings.releasedToDropped().count()).isZero();
    }

    @Test
    void copiesInSeveralPackagesAreOneThatGoesWithTheLast() {
        Takings takings = of(
                List.of(span("a", "one", 0, 8), span("b", "one", 2, 20)),
                taken("a", "one", 4, 7),
                taken("b", "one", 4, 15));
        assertThat(takings.count()).isEqualTo(1);
        assertThat(takings.releasedToDropped()).isEqualTo(one(13));
        assertThat(takings.byWeek()).isEqualTo(Map.of(W10.plus(7), 1));
    }

    @Test
    void oneThatWasAlteredIsWhatItWas() {
        Takings takings = of(List.of(span("a", "one", 0, 3), span("a", "two", 3, 9)), taken("a", "two", 4, 7));
        assertThat(takings.birthToTaken()).isEqualTo(one(4));
        assertThat(takings.releasedToDropped()).isEqualTo(one(2));
    }

    @Test
    void aDayThatIsNotKnownIsNotCounted() {
        Takings takings = of(List.of(span("a", "one", 0, 9)), taken("a", "one", null, 7));
        assertThat(takings.count()).isEqualTo(1);
        assertThat(takings.birthToTaken().count()).isZero();
        assertThat(takings.takenToDropped().count()).isZero();
        assertThat(takings.releasedToDropped()).isEqualTo(one(2));
    }

    @Test
    void otherKindsAreNotPatches() {
        CarriedDelta pick = new CarriedDelta(DeltaKind.CHERRY_PICK, "pick:1", "cherry-pick:r", Purpose.UNKNOWN, 0);
        Takings takings =
                of(List.of(new Span("a", pick, W10, null)), new Taken("a", "pick:1", "cherry-pick:r", null, null, W10));
        assertThat(takings).isEqualTo(Takings.NONE);
    }
}
