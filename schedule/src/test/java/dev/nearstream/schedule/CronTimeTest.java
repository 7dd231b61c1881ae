package dev.nearstream.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CronTimeTest {
    private static final CronTime AT_TWO = new CronTime("0 0 2 * * ?", ZoneOffset.UTC);

    @Test
    void firesInItsZoneAlsoWhenClocksChange() {
        CronTime berlin = new CronTime("0 30 3 * * ?", ZoneId.of("Europe/Berlin"));

        assertThat(berlin.after(Instant.parse("2026-03-28T12:00:00Z"))).contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(berlin.after(Instant.parse("2026-03-27T12:00:00Z"))).contains(Instant.parse("2026-03-28T02:30:00Z"));
    }

    @Test
    void owesARunWhenATimePassedSinceTheLastOne() {
        Instant last = Instant.parse("2026-08-20T02:00:00Z");

        assertThat(AT_TWO.missed(last, Instant.parse("2026-08-21T01:59:59Z"))).isFalse();
        assertThat(AT_TWO.missed(last, Instant.parse("2026-08-21T02:00:00Z"))).isTrue();
        assertThat(AT_TWO.missed(last, Instant.parse("2026-08-25T12:00:00Z"))).isTrue();
    }

    @Test
    void owesNothingBeforeTheFirstRun() {
        assertThat(AT_TWO.missed(null, Instant.parse("2026-08-21T02:00:00Z"))).isFalse();
    }

    @Test
    void aDayThatNoMonthHasNeverComes() {
        assertThat(new CronTime("0 0 0 31 2 ?", ZoneOffset.UTC).after(Instant.parse("2026-08-21T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnExpression() {
        assertThatThrownBy(() -> new CronTime("every night", ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'every night' is no cron expression of Quartz's form (0 0 2 * * ?): ");
    }
}
