package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PatchCheck;
import dev.nearstream.store.Outcome;
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

                a.patch: src/a.c:40: fuzz 2
                b.patch: src/b.c:25: wanted “int a;”, found “long a;”
                c.patch: no hunk in it
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

                a\uFFFD[2J.patch: x y
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

                REJECTED  WHY
                nightly   no version
                """);
    }

    @Test
    void explain() {
        assertThat(ExplainTextRenderer.of(JsonTest.report(Nights.libpcap())))
                .contains("\npatch:near.patch, at newest: src/a.c:40: fuzz 2\n")
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
                score     20.8

                POINTS  CLASS      REASON                        DELTA
                  12.5  avoidable  upstream has it since 2 days  patch:old.patch
                   3.0  avoidable  used by no step               patch:libpcap/unused.patch
                   4.0  blocked    breaks at 1.10.6              patch:musl.patch
                   1.3  lag        2 releases behind

                DELTA                    NOW              AT NEWEST       DAYS  PURPOSE   WHERE
                patch:fix-headers.patch  applies (exact)  upstream         202  security  libpcap.yaml:12
                """);
    }

    @Test
    void explainOfAPackageThatFailed() {
        Outcome failed = new Outcome.Failed("curl", "curl.yaml", "upstream", "unknown host");
        assertThat(ExplainTextRenderer.of(JsonTest.report(failed))).endsWith("failed    upstream: unknown host\n");
    }
}
