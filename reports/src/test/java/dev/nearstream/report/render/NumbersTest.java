package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void singularAndPlural() {
        assertThat(Numbers.count(0, "package")).isEqualTo("0 packages");
        assertThat(Numbers.count(1, "package")).isEqualTo("1 package");
        assertThat(Numbers.count(999, "delta")).isEqualTo("999 deltas");
        assertThat(Numbers.count(3401, "patch")).isEqualTo("3,401 patches");
    }

    @Test
    void pointsHaveOneDecimal() {
        assertThat(Numbers.points(0)).isEqualTo("0");
        assertThat(Numbers.points(0.04)).isEqualTo("0.0");
        assertThat(Numbers.points(12345.67)).isEqualTo("12,345.7");
    }

    @Test
    void lessThanAllIsNever100() {
        assertThat(Numbers.share(3400, 3401)).isEqualTo("99 %");
        assertThat(Numbers.share(3401, 3401)).isEqualTo("100 %");
        assertThat(Numbers.share(28, 501)).isEqualTo("6 %");
        assertThat(Numbers.share(1, 3401)).isEqualTo("1 %");
        assertThat(Numbers.share(0, 3401)).isEqualTo("0 %");
        assertThat(Numbers.share(0, 0)).isEqualTo("–");
    }

    @Test
    void durations() {
        assertThat(Numbers.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Numbers.duration(Duration.ofSeconds(3599))).isEqualTo("59 min");
        assertThat(Numbers.duration(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
    }

    @Test
    void timesAreIsoInTheZone() {
        Instant winter = Instant.parse("2026-01-01T23:30:00.5Z");
        assertThat(Numbers.time(winter, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-01-02T00:30:00+01:00");
        assertThat(Numbers.day(winter, ZoneId.of("UTC"))).isEqualTo("2026-01-01");
    }
}
