package dev.nearstream.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nearstream.delta.Purpose;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the policy. */
class ScorerPropertiesTest {
    private static final double RELATIVE = 1e-9;

    @Property
    void noDeltaAndTheNewestReleaseIsZero(@ForAll("policies") ScoringPolicy policy) {
        assertThat(new Scorer(policy).score(List.of(), LagFacts.NONE).total()).isZero();
    }

    @Property
    void theComponentsSumToTheTotalAndAreFinite(
            @ForAll("policies") ScoringPolicy policy,
            @ForAll("deltas") List<DeltaFacts> deltas,
            @ForAll("lags") LagFacts lag) {
        Score score = new Scorer(policy).score(deltas, lag);
        double byClass = 0;
        for (ScoreClass scoreClass : ScoreClass.values()) {
            byClass += score.total(scoreClass);
        }
        assertThat(score.total()).isFinite().isNotNegative();
        assertThat(byClass).isCloseTo(score.total(), within(RELATIVE * (1 + score.total())));
        assertThat(score.components())
                .allSatisfy(component ->
                        assertThat(component.reason()).doesNotContain("\n").isNotBlank());
    }

    @Property
    void whatUpstreamHasNeverScoresBelowWhatItLacks(
            @ForAll("policies") ScoringPolicy policy,
            @ForAll("deltas") List<DeltaFacts> deltas,
            @ForAll DeltaState lacking,
            @ForAll DeltaState now) {
        DeltaState other = lacking.scoreClass() == ScoreClass.AVOIDABLE ? DeltaState.CONFLICT : lacking;
        for (int i = 0; i < deltas.size(); i++) {
            double lacks = total(policy, with(deltas, i, Facts.state(deltas.get(i), now, other)));
            if (deltas.get(i).state() == DeltaState.UNUSED || now == DeltaState.UNUSED) {
                continue;
            }
            double has = total(policy, with(deltas, i, Facts.state(deltas.get(i), now, DeltaState.UPSTREAM)));
            assertThat(has).isGreaterThanOrEqualTo(lacks * (1 - RELATIVE));
        }
    }

    @Property
    void oneDeltaMoreNeverLowersTheTotal(
            @ForAll("policies") ScoringPolicy policy, @ForAll("deltas") List<DeltaFacts> deltas) {
        double before = 0;
        for (int i = 0; i <= deltas.size(); i++) {
            double after = total(policy, deltas.subList(0, i));
            assertThat(after).isGreaterThanOrEqualTo(before * (1 - RELATIVE));
            before = after;
        }
    }

    @Property
    void aLargerOlderOrLongerAvoidableDeltaNeverWeighsLess(
            @ForAll("policies") ScoringPolicy policy, @ForAll("deltas") List<DeltaFacts> deltas) {
        for (int i = 0; i < deltas.size(); i++) {
            DeltaFacts d = deltas.get(i);
            DeltaFacts small = Facts.size(Facts.age(d, 30), new DeltaFacts.Size(1, 8, 2));
            double least = total(policy, with(deltas, i, small)) * (1 - RELATIVE);
            assertThat(total(policy, with(deltas, i, Facts.size(small, new DeltaFacts.Size(2, 80, 3)))))
                    .isGreaterThanOrEqualTo(least);
            assertThat(total(policy, with(deltas, i, Facts.age(small, 300)))).isGreaterThanOrEqualTo(least);
            double early = total(policy, with(deltas, i, Facts.avoidable(d, 3, "v1")));
            assertThat(total(policy, with(deltas, i, Facts.avoidable(d, 400, "v1"))))
                    .isGreaterThanOrEqualTo(early * (1 - RELATIVE));
        }
    }

    @Property
    void whatIsNeededIsNeverCalledAvoidable(
            @ForAll("policies") ScoringPolicy policy, @ForAll("deltas") List<DeltaFacts> deltas) {
        List<DeltaFacts> needed = deltas.stream()
                .map(d -> Facts.state(d, DeltaState.NECESSARY, DeltaState.NECESSARY))
                .toList();
        Score score = new Scorer(policy).score(needed, LagFacts.NONE);
        assertThat(score.components()).allSatisfy(component -> {
            assertThat(component.scoreClass()).isEqualTo(ScoreClass.NECESSARY);
            assertThat(component.reason()).contains("needed").doesNotContain("avoidable");
        });
    }

    @Property
    void aSecurityFixWeighsNoMoreThanTheSameDeltaForAnotherPurpose(
            @ForAll("policies") ScoringPolicy policy,
            @ForAll("deltas") List<DeltaFacts> deltas,
            @ForAll Purpose purpose) {
        if (purpose == Purpose.HARDENING) {
            return;
        }
        for (int i = 0; i < deltas.size(); i++) {
            double fix = total(policy, with(deltas, i, Facts.purpose(deltas.get(i), Purpose.SECURITY)));
            double other = total(policy, with(deltas, i, Facts.purpose(deltas.get(i), purpose)));
            assertThat(fix * (1 - RELATIVE)).isLessThanOrEqualTo(other);
        }
    }

    @Property
    void oneReleaseMoreNeverLowersTheTotal(@ForAll("policies") ScoringPolicy policy, @ForAll("lags") LagFacts lag) {
        Integer releases = lag.releasesBehind();
        if (releases != null) {
            LagFacts more = new LagFacts(releases + 1, lag.daysMissed(), lag.libyears(), lag.apart());
            Scorer scorer = new Scorer(policy);
            assertThat(scorer.score(List.of(), more).total())
                    .isGreaterThanOrEqualTo(scorer.score(List.of(), lag).total());
        }
    }

    @Provide
    Arbitrary<ScoringPolicy> policies() {
        return Policies.admitted();
    }

    @Provide
    Arbitrary<List<DeltaFacts>> deltas() {
        return Facts.lists();
    }

    @Provide
    Arbitrary<LagFacts> lags() {
        return Facts.lag();
    }

    private static double total(ScoringPolicy policy, List<DeltaFacts> deltas) {
        return new Scorer(policy).score(deltas, LagFacts.NONE).total();
    }

    private static List<DeltaFacts> with(List<DeltaFacts> deltas, int index, DeltaFacts delta) {
        List<DeltaFacts> changed = new ArrayList<>(deltas);
        changed.set(index, delta);
        return changed;
    }
}
