package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a delta, from its verdicts at the packaged version and at the newest release. */
class CarriedDeltaTest {
    private static final Verdict UNREADABLE = new Verdict.Unreadable("an object is missing");

    @Test
    void whatAppliesTodayAndNotTomorrowBreaks() {
        assertThat(carried(Nights.applies(0), Nights.conflicts()).breaksAtLatest())
                .isTrue();
        assertThat(carried(Nights.applies(0), Nights.applies(2)).breaksAtLatest())
                .isFalse();
    }

    @Test
    void whatIsNotKnownToApplyTodayIsNotSaidToBreak() {
        assertThat(carried(UNREADABLE, Nights.conflicts()).breaksAtLatest()).isFalse();
        assertThat(carried(null, Nights.conflicts()).breaksAtLatest()).isFalse();
        assertThat(carried(Nights.conflicts(), Nights.conflicts()).breaksAtLatest())
                .isFalse();
        assertThat(carried(Nights.conflicts(), Nights.conflicts()).notReproduced())
                .isTrue();
    }

    @Test
    void whatUpstreamHasTodayIsDroppableTodayAlone() {
        CarriedDelta today = carried(Nights.upstream(), Nights.upstream());
        assertThat(today.droppableNow()).isTrue();
        assertThat(today.droppableAtLatest()).isFalse();
        assertThat(carried(Nights.applies(0), Nights.upstream()).droppableAtLatest())
                .isTrue();
    }

    private static CarriedDelta carried(@Nullable Verdict now, @Nullable Verdict atLatest) {
        return new CarriedDelta(
                Nights.tracked("x", "1.0", Nights.lag("1.1", 1, null), List.of(), List.of()),
                Nights.delta("patch:a.patch", 1, now, atLatest));
    }
}
