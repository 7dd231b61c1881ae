package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patch is found to be now and at the newest release, and what of it is done again the next night. */
class VerdictsOfARunTest {
    private final Nights nights;
    private final FixtureRepository upstream;

    VerdictsOfARunTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
        nights.recipe("pkg", "1.0").file("pkg/x.patch", Nights.change("f", "a", "b"));
        upstream = nights.upstream("pkg");
        upstream.file("f", "a\n").commit("One");
        upstream.tag("1.0").file("f", "b\n").commit("Two");
        upstream.tag("1.1");
    }

    @AfterEach
    void close() {
        upstream.close();
        nights.close();
    }

    private static String label(Verdict verdict) {
        return verdict.how() == null
                ? verdict.label()
                : verdict.label() + " " + Objects.requireNonNull(verdict.how()).label();
    }

    private static String verdicts(AssessedDelta delta) {
        return label(Objects.requireNonNull(delta.now())) + ", then " + label(Objects.requireNonNull(delta.atLatest()));
    }

    private double total() {
        return Objects.requireNonNull(nights.tracked("pkg").score()).total();
    }

    @Test
    void aPatchIsHeldAgainstThePackagedVersionAndTheNewest() throws Exception {
        nights.run("2024-02-01");
        Outcome.Tracked outcome = nights.tracked("pkg");
        AssessedDelta delta = nights.delta("pkg");
        assertThat(verdicts(delta)).isEqualTo("applies exact, then upstream");
        assertThat(delta.notAssessed()).isNull();
        assertThat(delta.avoidableSince()).isEqualTo("2024-02-01");
        assertThat(outcome.upstream()).isEqualTo(Nights.url("pkg"));
        assertThat(outcome.lag().newestVersion()).isEqualTo("1.1");
        assertThat(outcome.lag().packagedTag()).isEqualTo("1.0");
        assertThat(outcome.lag().releases()).isEqualTo(1);
        assertThat(outcome.lag().firstMissed()).isEqualTo("2024-01-02T00:00:00Z");
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.notScored()).isNull();
        assertThat(nights.upstreams().trees()).containsExactly("refs/tags/1.0", "refs/tags/1.1");
    }

    @Test
    void aNightInWhichNothingMovedReadsNoTree() throws Exception {
        nights.run("2024-02-01");
        Outcome.Tracked first = nights.tracked("pkg");
        nights.run("2024-02-02");
        Outcome.Tracked second = nights.tracked("pkg");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).isNotEmpty();
        assertThat(second.deltas()).isEqualTo(first.deltas());
        assertThat(second.lag()).isEqualTo(first.lag());
    }

    @Test
    void whatIsReusedGrowsOlderAllTheSame() throws Exception {
        nights.run("2024-02-01");
        double first = total();
        nights.run("2024-03-01");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(total()).isGreaterThan(first);
    }

    @Test
    void aPatchIsAvoidableSinceTheNightThatFoundItSo() throws Exception {
        nights.run("2024-02-01");
        nights.file("pkg/y.patch", "another file of the package\n").recipe("pkg", "1.0");
        nights.file("pkg.yaml", "# read again\n" + recipe("1.0"));
        nights.run("2024-02-20");
        assertThat(nights.delta("pkg").avoidableSince()).isEqualTo("2024-02-01");
        nights.file("pkg/x.patch", Nights.change("f", "a", "z"));
        nights.run("2024-02-21");
        assertThat(nights.delta("pkg").avoidableSince()).isNull();
    }

    @Test
    void theFirstNightCountsFromTheWeekThatHadIt() throws Exception {
        nights.tookEarlier("pkg", "2024-W02").run("2024-02-01");
        assertThat(nights.delta("pkg").avoidableSince()).isEqualTo("2024-01-14");
    }

    /** The past was read after the first night. */
    @Test
    void aLaterNightGoesBackToTheWeekThatHadIt() throws Exception {
        nights.run("2024-02-01");
        nights.tookEarlier("pkg", "2024-W02").run("2024-02-02");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(nights.delta("pkg").avoidableSince()).isEqualTo("2024-01-14");
    }

    @Test
    void aWeekThatIsNotOverYetCountsFromToday() throws Exception {
        nights.tookEarlier("pkg", "2024-W05").run("2024-02-01");
        assertThat(nights.delta("pkg").avoidableSince()).isEqualTo("2024-02-01");
    }

    @Test
    void anAlteredPatchIsNotTheOneThatUpstreamTook() throws Exception {
        nights.file("pkg/x.patch", Nights.change("f", "a", "z")).tookEarlier("pkg", "2024-W02");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b")).run("2024-02-01");
        assertThat(nights.delta("pkg").avoidableSince()).isEqualTo("2024-02-01");
    }

    /** It is applied where deltas are scored: the verdict, and the night's reuse of it, stay as they are. */
    @Test
    void aDecisionToKeepAPatchIsRespectedFromTheNextNightOn() throws Exception {
        nights.run("2024-02-01");
        AssessedDelta found = nights.delta("pkg");
        assertThat(avoidable()).isPositive();
        nights.file("pkg.yaml", "# nearstream: keep x.patch (Ann): not the same change\n" + recipe("1.0"));
        nights.run("2024-02-02");
        AssessedDelta kept = nights.delta("pkg");
        assertThat(kept.background().decision()).isEqualTo("not the same change (Ann)");
        assertThat(kept.decided()).isTrue();
        assertThat(verdicts(kept)).isEqualTo(verdicts(found));
        assertThat(kept.avoidableSince()).isEqualTo("2024-02-01");
        assertThat(avoidable()).isZero();
        assertThat(Objects.requireNonNull(nights.tracked("pkg").score()).components())
                .filteredOn(component -> "patch:x.patch".equals(component.delta()))
                .singleElement()
                .extracting(ScoreComponent::reason)
                .isEqualTo("x.patch: kept, decided: not the same change (Ann)");
    }

    @Test
    void aDecisionWhereNothingElseMovedReadsNoTree() throws Exception {
        nights.file("pkg.yaml", recipe("1.0")).run("2024-02-01");
        nights.file("pkg.yaml", recipe("1.0") + "# nearstream: keep x.patch: not the same change\n");
        nights.run("2024-02-02");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(nights.delta("pkg").decided()).isTrue();
        nights.file("pkg.yaml", recipe("1.0")).run("2024-02-03");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(nights.delta("pkg").decided()).isFalse();
        assertThat(avoidable()).isPositive();
    }

    @Test
    void aDecisionOnAPatchThatIsGoneIsAProblem() throws Exception {
        nights.file("pkg.yaml", "# nearstream: keep old.patch: not the same change\n" + recipe("1.0"))
                .run("2024-02-01");
        assertThat(nights.tracked("pkg").problems())
                .singleElement()
                .asString()
                .contains("keeps old.patch, which pkg no longer has");
    }

    @Test
    void aClaimThatIsNotSoIsAFinding() throws Exception {
        nights.file("pkg/x.patch", "Mend it\n\nUpstream-Status: Pending\n" + Nights.change("f", "a", "b"));
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly("patch:x.patch says Pending, has been upstream since 1.1");
    }

    @Test
    void theCommitThatAddedAPatchIsItsReason() throws Exception {
        nights.addition("pkg/x.patch", new Past.Addition("0123abc", "pkg: fix the build with gcc"));
        nights.run("2024-02-01");
        assertThat(nights.delta("pkg").purpose()).isEqualTo(Purpose.BUILD);
        assertThat(nights.delta("pkg").background())
                .returns("pkg: fix the build with gcc", Background::reason)
                .returns("0123abc", Background::commit);
    }

    @Test
    void aCommitThatSaysNothingIsRemembered() throws Exception {
        nights.addition("pkg/x.patch", new Past.Addition("0123abc", "pkg/1.0 package update (#1)"));
        nights.run("2024-02-01");
        assertThat(nights.delta("pkg").purpose()).isEqualTo(Purpose.UNKNOWN);
        assertThat(nights.delta("pkg").background())
                .returns(null, Background::reason)
                .returns("0123abc", Background::commit);
    }

    private double avoidable() {
        return Objects.requireNonNull(nights.tracked("pkg").score()).total(ScoreClass.AVOIDABLE);
    }

    private static String recipe(String version) {
        return """
                package: {name: pkg, version: "%s", epoch: 1}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "${{package.version}}"}
                  - uses: patch
                    with: {patches: x.patch}
                update: {git: {}}
                """.formatted(version, Nights.url("pkg"));
    }

    @Test
    void anotherPatchOrVersionOrTagIsLookedAtAgain() throws Exception {
        nights.run("2024-02-01");
        String first = nights.tracked("pkg").fingerprint();
        nights.file("pkg/x.patch", Nights.change("f", "a", "z"));
        nights.run("2024-02-02");
        assertThat(verdicts(nights.delta("pkg"))).isEqualTo("applies exact, then conflicts");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        nights.run("2024-02-03");
        assertThat(nights.tracked("pkg").fingerprint()).isEqualTo(first);
        assertThat(nights.upstreams().trees()).as("its verdicts are remembered").isEmpty();
        nights.recipe("pkg", "1.1");
        nights.run("2024-02-04");
        assertThat(verdicts(nights.delta("pkg"))).isEqualTo("upstream, then upstream");
        assertThat(nights.tracked("pkg").lag().releases()).isZero();
    }

    @Test
    void aNewReleaseIsHeldAgainstThePatch() throws Exception {
        nights.run("2024-02-01");
        upstream.file("f", "c\n").commit("Three");
        upstream.tag("1.2");
        nights.run("2024-02-02");
        assertThat(nights.tracked("pkg").lag().newestVersion()).isEqualTo("1.2");
        assertThat(nights.tracked("pkg").lag().releases()).isEqualTo(2);
        assertThat(verdicts(nights.delta("pkg"))).isEqualTo("applies exact, then conflicts");
        assertThat(nights.upstreams().trees())
                .as("the packaged version is read for the commit that took it alone")
                .containsExactly("refs/tags/1.2", "refs/tags/1.0");
    }

    @Test
    void nobodyIsToldToGoBackToAnOlderRelease() throws Exception {
        upstream.file("f", "a\n").commit("Three");
        upstream.tag("snapshot");
        nights.file("pkg.yaml", recipe("2.0").replace("${{package.version}}", "snapshot"));
        nights.run("2024-02-01");
        assertThat(label(Objects.requireNonNull(nights.delta("pkg").now()))).isEqualTo("applies exact");
        assertThat(nights.delta("pkg").atLatest()).isNull();
        assertThat(nights.delta("pkg").avoidableSince()).isNull();
        assertThat(nights.upstreams().trees()).containsExactly("refs/tags/snapshot");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly("the newest release that the update rules admit, 1.1, is older than the packaged 2.0");
    }

    @Test
    void whatGnuPatchFindsOnlyWithFuzzIsNotDroppedToday() throws Exception {
        String guarded = "1\n2\nthree\nguard();\nfour\n5\n6\n";
        upstream.file("f", guarded).commit("Guard another place");
        upstream.tag("1.2");
        nights.recipe("pkg", "1.2").file("pkg/x.patch", """
                --- a/f
                +++ b/f
                @@ -1,6 +1,7 @@
                 one
                 two
                 three
                +guard();
                 four
                 five
                 six
                """);
        nights.run("2024-02-01");
        AssessedDelta delta = nights.delta("pkg");
        assertThat(verdicts(delta)).isEqualTo("conflicts, then conflicts");
        assertThat(Objects.requireNonNull(delta.now()).evidence())
                .extracting(Evidence::detail)
                .containsExactly("it applies in reverse only with fuzz, which may have found another place");
        assertThat(delta.avoidableSince()).isNull();
        upstream.file("f", "one\ntwo\nthree\nguard();\nfour\nfive\nsix\n").commit("Guard this one");
        upstream.tag("1.3");
        nights.recipe("pkg", "1.3").run("2024-02-02");
        assertThat(verdicts(nights.delta("pkg"))).isEqualTo("upstream, then upstream");
    }
}
