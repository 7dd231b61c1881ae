package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoreProbeTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-08-22T02:00:00Z"));
    private final AtomicInteger looks = new AtomicInteger();
    private Optional<String> answer = Optional.empty();

    private Optional<String> look() {
        looks.incrementAndGet();
        return answer;
    }

    @Test
    void doesNotLookAtEachQuestion() {
        StoreProbe probe = new StoreProbe(this::look, Runnable::run, clock);

        probe.get();
        clock.forward(Duration.ofSeconds(59));
        assertThat(probe.get()).isEmpty();
        assertThat(looks).hasValue(1);

        clock.forward(Duration.ofSeconds(1));
        answer = Optional.of("it is gone");
        assertThat(probe.get()).contains("it is gone");
        assertThat(looks).hasValue(2);
    }

    @Test
    void looksAgainSoonWhereItDidNotOpen() {
        StoreProbe probe = new StoreProbe(this::look, Runnable::run, clock);
        answer = Optional.of("cannot connect");
        probe.get();

        answer = Optional.empty();
        clock.forward(Duration.ofSeconds(4));
        assertThat(probe.get()).contains("cannot connect");
        clock.forward(Duration.ofSeconds(1));
        assertThat(probe.get()).isEmpty();
    }

    @Test
    void doesNotWaitForAStoreThatHangsNorLooksTwice() {
        Deque<Runnable> later = new ArrayDeque<>();
        StoreProbe probe = new StoreProbe(this::look, later::add, clock, Duration.ZERO);

        assertThat(probe.get()).contains("it has not answered within 0 s");
        clock.forward(Duration.ofHours(1));
        assertThat(probe.get()).isPresent();
        assertThat(later).hasSize(1);

        later.remove().run();
        assertThat(new StoreProbe(this::look, Runnable::run, clock).get()).isEmpty();
    }

    @Test
    void whatFailsOtherwiseIsAnAnswerToo() {
        StoreProbe probe = new StoreProbe(
                () -> {
                    throw new IllegalStateException("closed");
                },
                Runnable::run,
                clock);
        assertThat(probe.get()).hasValueSatisfying(why -> assertThat(why).contains("closed"));
    }
}
