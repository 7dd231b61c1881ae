package dev.nearstream.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScorerTest {
    private final Scorer scorer = new Scorer(PolicyReader.shipped());

    /** docs/score.md works out the same package. */
    @Test
    void workedExample() {
        DeltaFacts fix = Facts.purpose(Facts.patch("CVE-2022-45142.patch"), Purpose.SECURITY);
        DeltaFacts path = Facts.age(Facts.patch("fix-path.patch"), 731);
        Score score =
                scorer.score(List.of(Facts.avoidable(fix, 42, "V_10_5_P1"), path), new LagFacts(3, 100L, 1.5, null));
        assertThat(score.components())
                .extracting(ScoreComponent::reason)
                .containsExactly(
                        "CVE-2022-45142.patch: upstream since V_10_5_P1, avoidable for 42 days",
                        "fix-path.patch: still needed, no stated reason, carried for 731 days",
                        "3 releases behind",
                        "first missed release is 100 days old",
                        "1.5 years between the two releases");
        assertThat(score.total(ScoreClass.AVOIDABLE)).isCloseTo(39.10, within(0.01));
        assertThat(score.total(ScoreClass.NECESSARY)).isCloseTo(18.47, within(0.01));
        assertThat(score.total(ScoreClass.LAG)).isCloseTo(18.5, within(0.01));
        assertThat(score.total()).isCloseTo(76.07, within(0.01));
    }

    @Test
    void picksOfOneCheckoutWeighAsOneFamily() {
        List<DeltaFacts> picks = new ArrayList<>();
        for (int i = 0; i < 325; i++) {
            picks.add(new DeltaFacts(
                    "cherry-pick:" + i,
                    DeltaKind.CHERRY_PICK,
                    Purpose.UNKNOWN,
                    DeltaFacts.Size.NONE,
                    null,
                    DeltaState.NECESSARY,
                    DeltaState.NECESSARY,
                    null,
                    null,
                    Forwarding.SENT,
                    "checkout of beck.git",
                    null));
        }
        double one = scorer.score(picks.subList(0, 1), LagFacts.NONE).total();
        Score all = scorer.score(picks, LagFacts.NONE);
        assertThat(all.components()).hasSize(1);
        assertThat(all.components().get(0).reason())
                .isEqualTo("325 cherry-picks, weighed as one family; the heaviest, 0, is needed");
        assertThat(all.total()).isBetween(8 * one, 9 * one);
    }

    /** Whatever was found of it: a decision is no verdict, and what breaks must be refreshed all the same. */
    @ParameterizedTest
    @EnumSource(DeltaState.class)
    void whatAPersonKeepsIsNeverAvoidable(DeltaState state) {
        DeltaFacts found = Facts.state(Facts.patch("a.patch"), state, state);
        Score kept = scorer.score(List.of(Facts.kept(found, "not the same change")), LagFacts.NONE);
        assertThat(kept.total(ScoreClass.AVOIDABLE)).isZero();
        assertThat(kept.total(ScoreClass.BLOCKED))
                .isEqualTo(scorer.score(List.of(found), LagFacts.NONE).total(ScoreClass.BLOCKED));
        assertThat(kept.components().get(0).reason())
                .contains(state == DeltaState.UNKNOWN ? "not assessed" : "decided: not the same change");
    }

    @Test
    void aStatedReasonIsNotCalledNone() {
        DeltaFacts silent = Facts.patch("a.patch");
        DeltaFacts told = Facts.reason(silent, "closes the file");
        assertThat(List.of(silent, told))
                .extracting(fact -> scorer.score(List.of(fact), LagFacts.NONE)
                        .components()
                        .get(0)
                        .reason())
                .containsExactly("a.patch: still needed, no stated reason", "a.patch: still needed, of no known kind");
    }

    @Test
    void whatIsNotAssessedHasNoPointsAndSaysSo() {
        Score score = scorer.score(
                List.of(Facts.state(Facts.patch("a.patch"), DeltaState.UNKNOWN, DeltaState.UNKNOWN)),
                new LagFacts(null, null, null, null));
        assertThat(score.total()).isZero();
        assertThat(score.components())
                .extracting(ScoreComponent::reason)
                .containsExactly("a.patch: not assessed, no points", "how far behind is unknown, no points");
    }

    @Test
    void aStreamApartIsSaidAndNotCounted() {
        Score score = scorer.score(List.of(), new LagFacts(7, 900L, 3.0, "manual"));
        assertThat(score.total()).isZero();
        assertThat(score.components().get(0).reason()).isEqualTo("7 releases behind, not counted: manual");
    }

    @Test
    void theNewestKnownStateCounts() {
        DeltaFacts patch = Facts.patch("a.patch");
        assertThat(Facts.state(patch, DeltaState.FUZZ, DeltaState.NECESSARY).state())
                .isEqualTo(DeltaState.NECESSARY);
        assertThat(Facts.state(patch, DeltaState.FUZZ, DeltaState.UNKNOWN).state())
                .isEqualTo(DeltaState.FUZZ);
        assertThat(Facts.state(patch, DeltaState.UNUSED, DeltaState.UNKNOWN).state())
                .isEqualTo(DeltaState.UNUSED);
    }

    @Test
    void aReasonIsOneLineWhateverTheName() {
        Score score = scorer.score(List.of(Facts.patch("a\r\nb\u2028.patch")), LagFacts.NONE);
        assertThat(score.components().get(0).reason()).startsWith("a b .patch: still needed");
    }
}
