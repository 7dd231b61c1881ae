package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Nights;
import dev.nearstream.store.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BumpTest {

    @Test
    void versionsStandOnBothSides() {
        assertThat(bump("1.2.0", "1.4.0", 2))
                .isEqualTo("`1.2.0` → [`1.4.0`](https://github.com/u/x/releases/tag/v1.4.0)");
    }

    @Test
    void theNewestReleaseIsNoBump() {
        assertThat(bump("26.8.15", "26.8.15", 0)).isEqualTo("`26.8.15`");
    }

    @Test
    void nobodyIsSentBackToAnOlderRelease() {
        assertThat(bump("2.9.0", "2.8.1", 0)).isEqualTo("`2.9.0`");
    }

    private static String bump(String version, String newest, int releases) {
        Outcome.Tracked of = Nights.tracked("x", version, Nights.lag(newest, releases, null), List.of(), List.of());
        return DropSection.bump(new CarriedDelta(of, Nights.delta("patch:a", 1, Nights.applies(0), Nights.applies(2))));
    }
}
