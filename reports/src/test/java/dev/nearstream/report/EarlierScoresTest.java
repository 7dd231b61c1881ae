package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.store.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlierScoresTest {
    private static final Run TONIGHT = Nights.run(40);

    @Test
    void aNightlyRunHasOneOfAWeekBeforeAndOneOfFourWeeksBefore() {
        List<Run> nightly = IntStream.rangeClosed(0, 41).mapToObj(Nights::run).toList();

        assertThat(EarlierScores.nearest(TONIGHT, nightly)).containsExactly(Nights.run(33), Nights.run(12));
    }

    @Test
    void theNearestRunStandsForBothWhereThereIsNoOther() {
        assertThat(EarlierScores.nearest(TONIGHT, List.of(Nights.run(39), Nights.run(30))))
                .containsExactly(Nights.run(30));
    }

    @Test
    void theLastRunIsNotToldTwice() {
        assertThat(EarlierScores.nearest(TONIGHT, List.of(Nights.run(33)))).isEmpty();
        assertThat(EarlierScores.nearest(TONIGHT, List.of(TONIGHT))).isEmpty();
    }

    @Test
    void runsOfOtherRecipesOrPackagesAndUnfinishedOnesDoNotCount() {
        Run last = Nights.run(39);
        Run week = Nights.run(33);

        assertThat(EarlierScores.nearest(
                        TONIGHT,
                        List.of(
                                last,
                                with(week, "https://github.com/other/os", "", true),
                                with(week, week.recipes(), "jq", true),
                                with(week, week.recipes(), "", false))))
                .isEmpty();
    }

    private static Run with(Run run, String recipes, String selection, boolean finished) {
        return new Run(
                "other",
                run.started(),
                finished ? run.finished() : null,
                recipes,
                run.recipesCommit(),
                run.recipeLinks(),
                selection,
                run.packages());
    }
}
