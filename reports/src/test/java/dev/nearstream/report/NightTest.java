package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightTest {

    @Test
    void whatIsSeenFromTheNextRunOnIsThatOnes() {
        Run unfinished = run(2, null, "");
        Run selected = run(3, Instant.MAX, "--packages jq");
        List<Run> runs = List.of(Nights.run(5), Nights.run(4), selected, unfinished, Nights.run(1), Nights.run(0));
        assertThat(Night.next(runs, Nights.run(1))).isEqualTo(Nights.run(4).started());
        assertThat(Night.next(runs, Nights.run(5))).isEqualTo(Instant.MAX);
    }

    private static Run run(int day, @Nullable Instant finished, String selection) {
        Run run = Nights.run(day);
        return new Run(
                run.id(),
                run.started(),
                finished,
                run.recipes(),
                run.recipesCommit(),
                run.recipeLinks(),
                selection,
                run.packages());
    }

    @Test
    void pullRequestsOfOtherPackagesAreNoneOfItsOwn() {
        Night tonight = Nights.tonight();
        PullRequestEvent zlib = pull("zlib");
        assertThat(new Night(tonight.run(), tonight.outcomes(), List.of(), List.of(pull("other"), zlib)).pulls())
                .containsExactly(zlib);
    }

    private static PullRequestEvent pull(String name) {
        return new PullRequestEvent(
                name,
                PullRequestEvent.Kind.MERGED,
                "1",
                "2",
                null,
                Nights.run(1).started());
    }
}
