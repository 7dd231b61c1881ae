package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Position;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeedsTest {
    private static AssessedDelta patch(String name, String family, Verdict now, Verdict latest) {
        return Nights.said(
                Nights.delta("patch:" + name, 9, now, latest),
                Purpose.SECURITY,
                new Background(null, null, null, family));
    }

    private static Outcome.Tracked at(
            String name, int releases, List<AssessedDelta> deltas, ScoreComponent... components) {
        return Nights.tracked(name, "1.0", Nights.lag("1.1", releases, null), deltas, List.of(components));
    }

    private static ScoreComponent points(ScoreClass of, @Nullable String delta, double points) {
        return new ScoreComponent(of, delta, points, "because");
    }

    private static List<String> deeds(Outcome... outcomes) {
        return Deeds.of(new Night(Nights.run(1), List.of(outcomes))).stream()
                .map(deed -> "%s %s of %s: %.1f"
                        .formatted(
                                deed.kind(),
                                deed.deltas().stream()
                                        .map(delta -> delta.delta().id())
                                        .collect(Collectors.joining(",")),
                                deed.packages().stream()
                                        .map(Outcome::packageName)
                                        .collect(Collectors.joining(",")),
                                deed.gain()))
                .toList();
    }

    @Test
    void copiesOfOnePatchAreOneDeed() {
        assertThat(deeds(
                        at(
                                "b-2",
                                0,
                                List.of(patch("x.patch", "f", Nights.upstream(), Nights.upstream())),
                                points(ScoreClass.AVOIDABLE, "patch:x.patch", 5)),
                        at(
                                "b-1",
                                0,
                                List.of(patch("x.patch", "f", Nights.upstream(), Nights.upstream())),
                                points(ScoreClass.AVOIDABLE, "patch:x.patch", 7))))
                .containsExactly("DROP patch:x.patch,patch:x.patch of b-1,b-2: 12.0");
    }

    @Test
    void streamsThatABumpRidsOfTheSameAreOneDeed() {
        AssessedDelta copy = patch("x.patch", "f", Nights.applies(0), Nights.upstream());
        assertThat(deeds(
                        at("b-1", 1, List.of(copy), points(ScoreClass.AVOIDABLE, "patch:x.patch", 5)),
                        at("b-2", 1, List.of(copy), points(ScoreClass.LAG, null, 2)),
                        at("c-1", 1, List.of(), points(ScoreClass.LAG, null, 1)),
                        at("c-2", 1, List.of(), points(ScoreClass.LAG, null, 1))))
                .containsExactly(
                        "BUMP patch:x.patch,patch:x.patch of b-1,b-2: 7.0", "BUMP  of c-1: 1.0", "BUMP  of c-2: 1.0");
    }

    @Test
    void pinsOfOneRecipeAreOneEdit() {
        AssessedDelta one = Nights.of(DeltaKind.DEPENDENCY_BUMP, "dependency-bump:a", Nights.upstream());
        AssessedDelta other = Nights.of(DeltaKind.DEPENDENCY_BUMP, "dependency-bump:b", Nights.upstream());
        assertThat(deeds(at(
                        "p",
                        0,
                        List.of(one, other),
                        points(ScoreClass.AVOIDABLE, "dependency-bump:a", 1),
                        points(ScoreClass.AVOIDABLE, "dependency-bump:b", 1))))
                .containsExactly("DROP dependency-bump:a,dependency-bump:b of p: 2.0");
    }

    /** Of a pipeline that many recipes use. */
    @Test
    void theSameEditOfSeveralPackagesIsOneDeed() {
        AssessedDelta edit = Nights.of(DeltaKind.INLINE_EDIT, "inline-edit:*.gemspec", Nights.upstream());
        AssessedDelta other =
                Nights.of(DeltaKind.INLINE_EDIT, "inline-edit:*.gemspec", new Verdict.Upstream(List.of(), List.of()));
        assertThat(deeds(
                        at("a", 0, List.of(edit), points(ScoreClass.AVOIDABLE, "inline-edit:*.gemspec", 2)),
                        at("b", 0, List.of(edit), points(ScoreClass.AVOIDABLE, "inline-edit:*.gemspec", 2)),
                        at("c", 0, List.of(other), points(ScoreClass.AVOIDABLE, "inline-edit:*.gemspec", 1))))
                .containsExactly(
                        "DROP inline-edit:*.gemspec,inline-edit:*.gemspec of a,b: 4.0",
                        "DROP inline-edit:*.gemspec of c: 1.0");
    }

    /** Ten points for a line stand before twelve for a refresh. */
    @Test
    void gainAgainstEffortDecides() {
        assertThat(deeds(
                        at(
                                "hard",
                                1,
                                List.of(patch("h.patch", "h", Nights.applies(0), Nights.conflicts())),
                                points(ScoreClass.BLOCKED, "patch:h.patch", 12),
                                points(ScoreClass.LAG, null, 4)),
                        at(
                                "easy",
                                1,
                                List.of(patch("e.patch", "e", Nights.applies(0), Nights.upstream())),
                                points(ScoreClass.AVOIDABLE, "patch:e.patch", 6),
                                points(ScoreClass.LAG, null, 4))))
                .containsExactly(
                        "BUMP patch:e.patch of easy: 10.0",
                        "REFRESH patch:h.patch of hard: 12.0",
                        "BUMP  of hard: 4.0");
    }

    @Test
    void nobodyIsToldToBumpWhatIsHeldOnPurposeOrToDropWhatWasDecided() {
        AssessedDelta kept = Nights.said(
                Nights.delta("patch:k.patch", 9, Nights.upstream(), Nights.upstream()),
                Purpose.SECURITY,
                new Background(null, null, "keep it, says A", "k"));
        Outcome held = Nights.tracked(
                "held", "1.0", Nights.lag("2.0", 3, "pinned"), List.of(kept), List.of(points(ScoreClass.LAG, null, 9)));
        assertThat(deeds(held)).isEmpty();
    }

    @Test
    void aPatchThatNobodySentHasALinkThatOffersIt() {
        AssessedDelta mine = new AssessedDelta(
                DeltaKind.PATCH,
                "patch:fix <b>.patch",
                new Position("p.yaml", 9, 9),
                1,
                20,
                3,
                Purpose.BUILD,
                null,
                "hash",
                null,
                Nights.applies(0),
                Nights.applies(0),
                null,
                null,
                new Background("it does not build & crashes", "patch", null, "f"));
        Night night = new Night(
                Nights.run(1),
                List.of(
                        at("p", 0, List.of(mine), points(ScoreClass.NECESSARY, "patch:fix <b>.patch", 3)),
                        at("q", 0, List.of(mine), points(ScoreClass.NECESSARY, "patch:fix <b>.patch", 4)),
                        at(
                                "r",
                                0,
                                List.of(Nights.delta("patch:sent.patch", 3, Nights.applies(0), Nights.applies(0))))));
        List<Unsent> unsent = Unsent.of(night, RecipeLinks.of(night.run()));
        assertThat(unsent).hasSize(1);
        assertThat(unsent.get(0).copies()).isEqualTo(2);
        assertThat(unsent.get(0).points()).isEqualTo(7);
        assertThat(unsent.get(0).send())
                .hasValueSatisfying(url -> assertThat(url)
                        .startsWith("https://github.com/u/q/issues/new?title=A%20patch%20that%20q%20is")
                        .contains("fix%20%3Cb%3E.patch", "it%20does%20not%20build%20%26%20crashes")
                        .contains("%0A%0Ahttps%3A%2F%2Fgithub.com%2Fd%2Fos%2Fblob%2F8190a16%2Fq%2F"));
    }
}
