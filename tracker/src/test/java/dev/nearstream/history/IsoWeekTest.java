package dev.nearstream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {
    /** The first and last days of years belong to the year of their Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-29T23:59:59Z, 2024-W52",
        "2024-12-30T00:00:00Z, 2025-W01",
        "2021-01-03T12:00:00Z, 2020-W53",
        "2021-01-04T00:00:00Z, 2021-W01",
        "2026-08-23T23:00:00Z, 2026-W34"
    })
    void isTheWeekInUtc(Instant moment, String week) {
        assertThat(IsoWeek.of(moment)).hasToString(week).isEqualTo(IsoWeek.parse(week));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W00", "2026-W54", "2025-W53", "2026-5", "2026-W5", "26-W05", ""})
    void refusesWhatIsNoWeek(String text) {
        assertThatThrownBy(() -> IsoWeek.parse(text)).hasMessageContaining("no week; one is written like 2026-W05");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01", "2026-02-28", "2020-12-31", "1999-07-04"})
    void readsWhatItWrites(LocalDate day) {
        IsoWeek week = IsoWeek.of(day);
        assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
        assertThat(week.until(IsoWeek.of(day.plusDays(21)))).isEqualTo(3);
        assertThat(week.plus(3)).isEqualTo(IsoWeek.of(day.plusDays(21)));
    }
}
