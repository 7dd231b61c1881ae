package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-06-20T00:00:00Z, 10, upstream has released nothing since 2026-06-20 (10 days)",
        "2026-06-20T12:00:00Z, 10,",
        "2026-06-20T11:59:59Z, 10, upstream has released nothing since 2026-06-20 (10 days)",
        "2020-06-30T12:00:00Z, 730, 'upstream has released nothing since 2020-06-30 (2,191 days)'",
        "2020-06-30T12:00:00Z, 0,",
        "2027-01-01T00:00:00Z, 10,"
    })
    void isToldOfWhenItIsLongerThanTheLimit(String newest, long days, @Nullable String finding) {
        assertThat(Silence.finding(Instant.parse(newest), NOW, Duration.ofDays(days))
                        .orElse(null))
                .isEqualTo(finding);
    }

    @Test
    void anUnknownDateIsNoSilence() {
        assertThat(Silence.finding(null, NOW, Duration.ofDays(1))).isEmpty();
    }

    @Test
    void itsFindingIsKnownAgainAnotherDay() {
        assertThat(Silence.finding(NOW, NOW.plusSeconds(86_400 * 30), Duration.ofDays(1)))
                .hasValueSatisfying(
                        finding -> assertThat(Silence.isFinding(finding)).isTrue());
        assertThat(Silence.isFinding("upstream has no tag v1")).isFalse();
    }
}
