package dev.nearstream.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.recipe.Position;
import dev.nearstream.report.Nights;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongSumTest {
    private static Outcome.Tracked notAssessed(String why) {
        AssessedDelta delta = new AssessedDelta(
                DeltaKind.PATCH,
                "patch:a.patch",
                new Position("a.yaml", 1, 1),
                1,
                1,
                1,
                Purpose.BUILD,
                null,
                null,
                null,
                null,
                null,
                why,
                null);
        return Nights.tracked("a", "1.0", Nights.lag("1.1", 1, null), List.of(delta), List.of());
    }

    @Test
    void aFileThatIsAnotherThanItsSumSaysHoldsTheBump() {
        String why = "https://x.example/a.tar.gz: sha256 is 12, the recipe expects 00";
        assertThat(WrongSum.of(notAssessed(why))).contains("what is packaged today is not what its sum says: " + why);
        assertThat(WrongSum.of(notAssessed("https://x.example/a.tar.gz: unknown host")))
                .isEmpty();
    }
}
