package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.EarlierScores.Then;
import dev.nearstream.report.ScoreCause.Kind;
import dev.nearstream.score.Points;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreMoveTest {
    private static final ScoreComponent DAYS = lag(2, "first missed release is 8 days old");

    @Test
    void whatUpstreamTookIsNamedWithTheClassItHadBefore() {
        assertThat(causes(
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 8, "a: still needed")),
                        List.of(of(ScoreClass.AVOIDABLE, "patch:a", 20, "a: upstream since 1.8.1, avoidable"))))
                .containsExactly(new ScoreCause(
                        12,
                        ScoreClass.AVOIDABLE,
                        Kind.CHANGED,
                        "a: upstream since 1.8.1, avoidable",
                        "necessary, 8.0 points"));
    }

    @Test
    void newOnesAndGoneOnesAreToldTheLargestFirst() {
        assertThat(causes(
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 8, "a: still needed")),
                        List.of(of(ScoreClass.NECESSARY, "patch:b", 9, "b: still needed"))))
                .containsExactly(
                        new ScoreCause(9, ScoreClass.NECESSARY, Kind.NEW, "b: still needed", null),
                        new ScoreCause(-8, ScoreClass.NECESSARY, Kind.GONE, "a: still needed", null));
    }

    @Test
    void whatWasNotAssessedBeforeHadNoPoints() {
        assertThat(causes(
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 0, "a: not assessed, no points")),
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 8, "a: still needed"))))
                .containsExactly(new ScoreCause(8, ScoreClass.NECESSARY, Kind.CHANGED, "a: still needed", "no points"));
    }

    /** The night before counted from itself; the weeks before it, read since, know better. */
    @Test
    void anEarlierDayThatPastWeeksShowedIsSaid() {
        List<ScoreComponent> then = List.of(of(ScoreClass.AVOIDABLE, "patch:a", 8, "a: upstream"));
        List<ScoreComponent> now =
                List.of(of(ScoreClass.AVOIDABLE, "patch:a", 20, "a: upstream, avoidable for 99 days"));
        assertThat(move(
                                tracked(List.of(avoidable("patch:a", "2026-08-20")), then, "policy"),
                                tracked(List.of(avoidable("patch:a", "2026-05-14")), now, "policy"))
                        .causes())
                .extracting(ScoreCause::before)
                .containsExactly("days were counted from 2026-08-20; past weeks showed that it is so since 2026-05-14");
        assertThat(move(
                                tracked(List.of(avoidable("patch:a", "2026-05-14")), then, "policy"),
                                tracked(List.of(avoidable("patch:a", "2026-05-14")), now, "policy"))
                        .causes())
                .extracting(ScoreCause::before)
                .containsOnlyNulls();
    }

    private static AssessedDelta avoidable(String id, String since) {
        AssessedDelta delta = Nights.delta(id, 1, Nights.upstream(), Nights.upstream());
        return delta.dated(delta.carriedSince(), LocalDate.parse(since), delta.purpose(), delta.background());
    }

    @Test
    void lagIsOneCauseWithWhatDiffersOfItsReasons() {
        assertThat(causes(
                        List.of(lag(1, "1 release behind"), lag(1, "first missed release is 7 days old")),
                        List.of(lag(1, "1 release behind"), DAYS)))
                .containsExactly(new ScoreCause(
                        1,
                        ScoreClass.LAG,
                        Kind.CHANGED,
                        "first missed release is 8 days old",
                        "first missed release is 7 days old"));
        assertThat(causes(List.of(DAYS), List.of()))
                .containsExactly(new ScoreCause(
                        -2,
                        ScoreClass.LAG,
                        Kind.CHANGED,
                        "at the newest release",
                        "first missed release is 8 days old"));
    }

    @Test
    void whatWouldNotBeSeenIsNoCause() {
        assertThat(causes(
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 8, "a: carried for 8 days")),
                        List.of(of(ScoreClass.NECESSARY, "patch:a", 8.04, "a: carried for 9 days"))))
                .isEmpty();
    }

    @Test
    void aFamilyGoesOnWhenItsHeaviestMemberGoes() {
        Outcome.Tracked then = tracked(
                List.of(family("patch:a", "one"), family("patch:b", "one")),
                List.of(of(ScoreClass.NECESSARY, "patch:a", 12, "2 patches, weighed as one family")),
                "policy");
        Outcome.Tracked now = tracked(
                List.of(family("patch:b", "one")),
                List.of(of(ScoreClass.NECESSARY, "patch:b", 8, "b: still needed")),
                "policy");

        assertThat(move(then, now).causes())
                .containsExactly(new ScoreCause(-4, ScoreClass.NECESSARY, Kind.CHANGED, "b: still needed", null));
    }

    @Test
    void anEditedPatchIsNoNewOne() {
        Outcome.Tracked then = tracked(
                List.of(family("patch:a", "one")),
                List.of(of(ScoreClass.NECESSARY, "patch:a", 6, "a: still needed")),
                "policy");
        Outcome.Tracked now = tracked(
                List.of(family("patch:a", "two")),
                List.of(of(ScoreClass.NECESSARY, "patch:a", 8, "a: still needed")),
                "policy");

        assertThat(move(then, now).causes()).extracting(ScoreCause::kind).containsExactly(Kind.CHANGED);
    }

    @Test
    void scoresUnderOtherWeightsAreNotCompared() {
        Outcome.Tracked then = tracked(List.of(), List.of(DAYS), "other");

        assertThat(ScoreMove.of(tracked(List.of(), List.of(), "policy"), night(then), List.of()))
                .isNull();
    }

    @Test
    void nothingIsToldOfAPackageThatWasNotThere() {
        Outcome.Tracked now = tracked(List.of(), List.of(DAYS), "policy");

        assertThat(ScoreMove.of(now, null, List.of())).isNull();
        assertThat(ScoreMove.of(now, new Night(Nights.run(0), List.of()), List.of()))
                .isNull();
        assertThat(ScoreMove.of(new Outcome.Skipped("p", "p.yaml", "none"), night(now), List.of()))
                .isNull();
    }

    @Test
    void anEarlierRunTellsOfAMoveThatTheLastOneDoesNot() {
        Outcome.Tracked same = tracked(List.of(), List.of(DAYS), "policy");
        Then week = new Then(Nights.run(-7), new Points(0, 0, 0, 1));

        assertThat(move(same, same).none()).isTrue();
        ScoreMove move = Objects.requireNonNull(ScoreMove.of(same, night(same), List.of(week)));
        assertThat(move.none()).isFalse();
        assertThat(move.since(week)).isEqualTo(1);
        Then last = new Then(Nights.run(0), new Points(0, 0, 0, 1));
        assertThat(Objects.requireNonNull(ScoreMove.of(same, night(same), List.of(last, week)))
                        .earlier())
                .containsExactly(week);
    }

    private static List<ScoreCause> causes(List<ScoreComponent> then, List<ScoreComponent> now) {
        return move(tracked(List.of(), then, "policy"), tracked(List.of(), now, "policy"))
                .causes();
    }

    private static ScoreMove move(Outcome.Tracked then, Outcome.Tracked now) {
        return Objects.requireNonNull(ScoreMove.of(now, night(then), List.of()));
    }

    private static Night night(Outcome outcome) {
        return new Night(Nights.run(0), List.of(outcome));
    }

    private static Outcome.Tracked tracked(List<AssessedDelta> deltas, List<ScoreComponent> components, String policy) {
        Outcome.Tracked of = Nights.tracked("p", "1", Nights.lag("1", 0, null), deltas, List.of());
        return new Outcome.Tracked(
                of.packageName(),
                of.recipe(),
                of.version(),
                of.epoch(),
                of.upstream(),
                of.lag(),
                deltas,
                of.problems(),
                of.findings(),
                of.fingerprint(),
                new Score(components, policy),
                null);
    }

    private static AssessedDelta family(String id, String family) {
        AssessedDelta delta = Nights.delta(id, 1, Nights.applies(0), Nights.applies(0));
        return Nights.said(delta, delta.purpose(), new Background(null, null, null, family));
    }

    private static ScoreComponent of(ScoreClass scoreClass, @Nullable String delta, double points, String reason) {
        return new ScoreComponent(scoreClass, delta, points, reason);
    }

    private static ScoreComponent lag(double points, String reason) {
        return of(ScoreClass.LAG, null, points, reason);
    }
}
