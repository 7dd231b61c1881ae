package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PatchCheck;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void patchCheck() {
        assertThat(PatchCheckTextRenderer.of(JsonTest.CHECK)).isEqualTo("""
                PATCH    VERDICT         HUNKS  FAILED  UPSTREAM
                a.patch  applies (fuzz)      2       0         0
                b.patch  conflicts           2       1         0
                c.patch  unreadable          0       0         0

                a.patch
                  - src/a.c:40: fuzz 2

                b.patch
                  - src/b.c:25: wanted “int a;”, found “long a;”

                c.patch
                  - no hunk in it
                """);
    }

    @Test
    void nothingSteersTheTerminal() {
        PatchCheck hostile = new PatchCheck(
                "r",
                "v",
                "c",
                List.of(new PatchCheck.Checked("a\u001b[2J.patch", new Verdict.Unreadable("x\ny\u202e"))));
        assertThat(PatchCheckTextRenderer.of(hostile)).isEqualTo("""
                PATCH        VERDICT     HUNKS  FAILED  UPSTREAM
                a\uFFFD[2J.patch  unreadable      0       0         0

                a\uFFFD[2J.patch
                  - x y
                """);
    }

    @Test
    void latest() {
        assertThat(LatestTextRenderer.of("libpcap", "1.10.4", JsonTest.STANDING))
                .isEqualTo("""
                package   libpcap
                current   1.10.4
                latest    1.10.6
                tag       v1.10.6
                commit    52ed0cd
                released  2026-03-29T22:30:00Z
                behind    2 releases, days not known
                source    tags, 3 considered, 1 rejected

                REJECTED  WHY         TAGS
                       1  no version  nightly
                """);
    }

    @Test
    void explain() {
        assertThat(ExplainTextRenderer.of(JsonTest.report(Nights.libpcap())))
                .containsSubsequence(
                        "\npatch:fix-headers.patch\n",
                        "\npatch:old.patch\n",
                        "\npatch:musl.patch\n",
                        "\npatch:near.patch\n")
                .contains("\npatch:near.patch\n", "  at the newest: applies (fuzz): src/a.c:40: fuzz 2\n")
                .startsWith("""
                package   libpcap
                recipe    libpcap.yaml
                run       2026-08-22T02-00-00Z-ab12, 2026-08-22T04:00:00+02:00
                version   1.10.4, epoch 3
                upstream  https://github.com/u/libpcap.git
                newest    1.10.6, 2 releases and 232 days behind
                finding   a newer stream exists
                problem   libpcap/unused.patch:1:1: unused-file: no step uses it
                problem   libpcap.yaml:30:5: tag-filter matches nothing
                score     20.8: avoidable 15.5, blocked 4.0, lag 1.3

                POINTS  CLASS      REASON
                  12.5  avoidable  upstream has it since 2 days
                   3.0  avoidable  used by no step
                   4.0  blocked    breaks at 1.10.6
                   1.3  lag        2 releases behind

                patch:fix-headers.patch
                  libpcap.yaml:12, for security, carried for 202 days
                  now: applies (exact)
                  at the newest: upstream: 52ed0cd “Fix headers (#12) by @someone” of
                    2026-01-02, first in v1.10.5: the patch names it

                patch:old.patch
                """);
    }

    @Test
    void explainOfAPackageThatFailed() {
        Outcome failed = new Outcome.Failed("curl", "curl.yaml", "upstream", "unknown host");
        assertThat(ExplainTextRenderer.of(JsonTest.report(failed))).endsWith("failed    upstream: unknown host\n");
    }

    @Test
    void explainSaysWhyAPinIsNeeded() {
        Verdict needed = new Verdict.Applies(
                Verdict.How.EXACT,
                List.of(),
                List.of(),
                "go.mod:5 and cmd/go.mod:2 ask for golang.org/x/net v0.39.0, below the pin v0.40.0");
        AssessedDelta pin = Nights.of(DeltaKind.DEPENDENCY_BUMP, "dependency-bump:golang.org/x/net", needed);
        Outcome tracked = Nights.tracked("x", "1", Nights.lag("2", 1, null), List.of(pin), List.of());
        assertThat(ExplainTextRenderer.of(JsonTest.report(tracked))).endsWith("""
                dependency-bump:golang.org/x/net
                  libpcap.yaml:9, for dependency
                  now and at the newest: needed: go.mod:5 and cmd/go.mod:2 ask for
                    golang.org/x/net v0.39.0, below the pin v0.40.0
                """);
        assertThat(PackagePage.of(JsonTest.report(tracked))).contains("""
                release `2`: **needed**

                - go.mod:5 and cmd/go.mod:2 ask for golang.org/x/net v0.39.0, below the pin v0.40.0
                """);
        assertThat(ExplainJson.of(JsonTest.report(tracked), LocalDate.of(2026, 8, 22)))
                .contains("\"verdict\" : \"applies\"", "\"hunks\" : 0", "\"files\" : [ ]", "\"problem\" : null");
    }

    @Test
    void explainSaysWhatTheDefaultBranchDoes() {
        assertThat(explained(new AtBranch("main", "0123abcd", Nights.applies(0), null, true)))
                .endsWith("""
                        at the newest: upstream: 52ed0cd “Fix headers (#12) by @someone” of
                          2026-01-02, first in v1.10.5: the patch names it
                        on main, another stream: applies (exact)
                        """.indent(2));
        assertThat(explained(new AtBranch("main", "0123abcd", Nights.conflicts(), null, false)))
                .endsWith("  on main: conflicts: src/b.c:25: wanted “int a;”, found “long a;”\n");
        assertThat(explained(AtBranch.missing("updates are off"))).doesNotContain("  on ");
    }

    private static String explained(AtBranch branch) {
        AssessedDelta delta =
                Nights.delta("patch:x", 9, Nights.applies(0), Nights.upstream()).at(branch);
        Outcome of = Nights.tracked("x", "1", Nights.lag("2", 1, null), List.of(delta), List.of());
        return ExplainTextRenderer.of(JsonTest.report(of));
    }

    @Test
    void pointsThatAreNoneAreCounted() {
        List<ScoreComponent> components = List.of(
                new ScoreComponent(ScoreClass.NECESSARY, "a", 0, "a: not assessed, no points"),
                new ScoreComponent(ScoreClass.NECESSARY, "b", 2, "b: still needed"),
                new ScoreComponent(ScoreClass.AVOIDABLE, "c", 1, "c: upstream, avoidable"));
        Outcome tracked = Nights.tracked("x", "1", Nights.lag("2", 1, null), List.of(), components);
        assertThat(ExplainTextRenderer.of(JsonTest.report(tracked))).endsWith("""
                score     3.0: avoidable 1.0, necessary 2.0

                POINTS  CLASS      REASON
                   1.0  avoidable  c: upstream, avoidable
                   2.0  necessary  b: still needed
                1 entry has no points: not assessed, or not counted.

                no deltas
                """);
        assertThat(PackagePage.of(JsonTest.report(tracked)))
                .doesNotContain("not assessed, no points")
                .contains("1 entry has no points: not assessed, or not counted.");
    }
}
