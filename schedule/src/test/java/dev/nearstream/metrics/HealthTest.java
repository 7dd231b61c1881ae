package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.schedule.CronTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NIGHT = Instant.parse("2026-08-22T02:00:00Z");

    private final HandClock clock = new HandClock(NIGHT.plus(Duration.ofHours(3)));
    private final AtomicBoolean scheduled = new AtomicBoolean(true);
    private final AtomicReference<@Nullable String> store = new AtomicReference<>();

    private Health health(@Nullable Instant last) {
        return new Health(
                new CronTime("0 0 2 * * ?", ZoneOffset.UTC),
                clock,
                last,
                scheduled::get,
                () -> Optional.ofNullable(store.get()));
    }

    @Test
    void isWellUntilTwoNightsHaveBeenDueSinceTheLastOne() {
        Health health = health(NIGHT);
        assertThat(health.problems()).isEmpty();

        clock.forward(Duration.ofHours(44)); // one was due, and it is an hour to the next
        assertThat(health.problems()).isEmpty();

        clock.forward(Duration.ofHours(1));
        assertThat(health.problems())
                .containsExactly("the last finished night began at 2026-08-22T02:00:00Z, and two have been due since");

        health.finished(clock.instant());
        assertThat(health.problems()).isEmpty();
    }

    @Test
    void aFirstNightThatIsNotYetDueIsNoFault() {
        Health health = health(null);
        clock.forward(Duration.ofHours(44));
        assertThat(health.problems()).isEmpty();

        clock.forward(Duration.ofHours(1));
        assertThat(health.problems())
                .containsExactly(
                        "no night was finished, and two have been due since the start at 2026-08-22T05:00:00Z");
    }

    @Test
    void saysAllThatIsAmiss() {
        Health health = health(NIGHT);
        store.set("cannot connect");
        scheduled.set(false);
        assertThat(health.problems())
                .containsExactly("the store does not open: cannot connect", "the schedule does not run");
    }
}
