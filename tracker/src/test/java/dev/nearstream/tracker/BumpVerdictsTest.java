package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of patches that upstream took in another form, of picks, and of the next release. */
class BumpVerdictsTest {
    private static final String SOURCE = "int main(void) {\n    start();\n    run(length);\n    return 0;\n}\n";
    private static final String PATCH = """
            --- a/main.c
            +++ b/main.c
            @@ -1,5 +1,6 @@
             int main(void) {
                 start();
            +    check(length, LIMIT);
                 run(length);
                 return 0;
             }
            """;
    private static final String CHECKED = SOURCE.replace("    run", "    check(length, LIMIT);\n    run");
    private static final String REWRITTEN =
            SOURCE.replace("start();\n    run(length)", "start_all();\n    run_checked(length)");

    private final Nights nights;
    private final FixtureRepository upstream;

    BumpVerdictsTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
        upstream = nights.upstream("pkg");
    }

    @BeforeEach
    void releaseOne() throws Exception {
        nights.recipe("pkg", "1.0").file("pkg/x.patch", PATCH);
        upstream.file("main.c", SOURCE).commit("Begin");
        upstream.tag("1.0");
    }

    @AfterEach
    void close() {
        upstream.close();
        nights.close();
    }

    private AssessedDelta night(String day) throws Exception {
        nights.run(day);
        return nights.delta("pkg");
    }

    @Test
    void aPatchThatWasTakenAndRewrittenIsUpstreamsAtTheFirstReleaseThatHasIt() throws Exception {
        String taken = upstream.file("main.c", CHECKED).commit("Check the length");
        String kept = REWRITTEN.replace("    run_checked", "    check(length, LIMIT);\n    run_checked");
        upstream.tag("1.1").file("main.c", kept).commit("Run checked");
        upstream.tag("1.2");
        AssessedDelta delta = night("2024-03-01");
        assertThat(delta.now()).isInstanceOf(Verdict.Applies.class);
        Verdict latest = Objects.requireNonNull(delta.atLatest());
        assertThat(latest).isInstanceOf(Verdict.Upstream.class);
        Evidence evidence = latest.evidence().get(latest.evidence().size() - 1);
        assertThat(evidence.commit()).isEqualTo(taken);
        assertThat(evidence.subject()).isEqualTo("Check the length");
        assertThat(evidence.firstRelease()).isEqualTo("1.1");
        assertThat(delta.avoidableSince()).isEqualTo("2024-03-01");
        nights.run("2024-03-02");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(nights.delta("pkg").atLatest()).isEqualTo(latest);
    }

    @Test
    void aPatchWhosePlaceWasRewrittenConflictsAndTheCommitIsNamed() throws Exception {
        String rewritten = upstream.file("main.c", REWRITTEN).commit("Run checked");
        upstream.tag("1.1");
        Verdict latest = Objects.requireNonNull(night("2024-03-01").atLatest());
        assertThat(latest).isInstanceOf(Verdict.Conflicts.class);
        assertThat(latest.evidence()).extracting(Evidence::commit).containsExactly(rewritten);
    }

    @Test
    void theDefaultBranchWarnsEarly() throws Exception {
        upstream.file("other", "x\n").commit("Release");
        upstream.tag("1.1").file("main.c", REWRITTEN).commit("Run checked");
        assertThat(night("2024-03-01").atLatest()).isInstanceOf(Verdict.Applies.class);
        assertThat(nights.tracked("pkg").findings())
                .containsExactly("early warning: pkg/x.patch does not apply on main (%s): 1 of 1 hunk fails"
                        .formatted(upstream.head().substring(0, 12)));
        upstream.file("main.c", CHECKED).commit("Check the length after all");
        nights.run("2024-03-02");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly(("early warning: upstream has pkg/x.patch on main (%1$s): its one hunk"
                                + " applies in reverse; %1$s “Check the length after all” of 2024-01-04")
                        .formatted(upstream.head().substring(0, 12)));
    }

    @Test
    void theVerdictAtTheDefaultBranchIsKeptWithTheDelta() throws Exception {
        upstream.file("other", "x\n").commit("Release");
        upstream.tag("1.1").file("main.c", REWRITTEN).commit("Run checked");
        String first = upstream.head();
        AtBranch conflicts = Objects.requireNonNull(night("2024-03-01").atBranch());
        assertThat(conflicts.branch()).isEqualTo("main");
        assertThat(conflicts.commit()).isEqualTo(first);
        assertThat(conflicts.verdict()).isInstanceOf(Verdict.Conflicts.class);
        assertThat(conflicts.apart()).isFalse();
        nights.run("2024-03-02");
        assertThat(nights.upstreams().trees()).isEmpty();
        assertThat(nights.delta("pkg").atBranch()).isEqualTo(conflicts);
    }

    @Test
    void whereTheBranchIsAtThePackagedReleaseTheVerdictIsTheSame() throws Exception {
        AssessedDelta delta = night("2024-03-01");
        assertThat(Objects.requireNonNull(delta.atBranch()))
                .isEqualTo(new AtBranch("main", upstream.head(), delta.now(), null, false));
    }

    @Test
    void aPatchOfARecipeWhoseUpdatesAreOffIsNotHeldAgainstTheBranch() throws Exception {
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "${{package.version}}"}
                  - uses: patch
                    with: {patches: x.patch}
                update: {enabled: false, git: {}}
                """.formatted(Nights.url("pkg")));
        assertThat(night("2024-03-01").atBranch()).isEqualTo(AtBranch.missing("updates are off"));
    }

    @Test
    void aBranchThatIsAnotherStreamsSaysNothing() throws Exception {
        String one = upstream.head();
        upstream.ref("refs/heads/stable").file("x", "1\n").commit("Stable");
        upstream.tag("1.0.1").checkout(one).file("main.c", REWRITTEN).commit("Run checked");
        nights.recipe("pkg", "1.0.1");
        AssessedDelta delta = night("2024-03-01");
        assertThat(delta.now()).isInstanceOf(Verdict.Applies.class);
        assertThat(nights.tracked("pkg").findings()).isEmpty();
        AtBranch apart = Objects.requireNonNull(delta.atBranch());
        assertThat(apart.verdict()).isInstanceOf(Verdict.Conflicts.class);
        assertThat(apart.apart()).isTrue();
    }

    @Test
    void aPatchIsHeldAgainstTheTreeThatThePicksLeave() throws Exception {
        String one = upstream.head();
        String picked =
                upstream.file("main.c", SOURCE.replace("start()", "begin()")).commit("Begin instead");
        upstream.ref("refs/heads/stable").checkout(one);
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with:
                      repository: "%s"
                      tag: "${{package.version}}"
                      cherry-picks: |
                        stable/%s: begin instead
                  - uses: patch
                    with: {patches: x.patch, fuzz: 0}
                update: {git: {}}
                """.formatted(Nights.url("pkg"), picked));
        nights.file("pkg/x.patch", PATCH.replace("     start();", "     begin();"));
        nights.run("2024-03-01");
        assertThat(nights.tracked("pkg").deltas())
                .extracting(delta ->
                        delta.kind() + " " + Objects.requireNonNull(delta.now()).label())
                .containsExactly("CHERRY_PICK applies", "PATCH applies");
    }
}
