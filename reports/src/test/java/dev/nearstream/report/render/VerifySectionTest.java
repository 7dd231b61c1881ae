package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.VerifyResult;
import dev.nearstream.report.VerifyResult.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pull request says of the command that verified it. */
class VerifySectionTest {
    private static String written(VerifyResult result) {
        Page page = new Page();
        VerifySection.write(page, result, 2);
        return page.text();
    }

    @Test
    void aFailureShowsTheEndOfTheOutputAsCode() {
        assertThat(written(new VerifyResult(
                        Verdict.FAILED,
                        "melange",
                        "exit status 1",
                        List.of("first", "ERROR @me ```", "fixes #3\u202E"))))
                .isEqualTo("""
                        ### Not verified

                        `melange` failed: exit status 1.

                        <details>
                        <summary>The last lines of its output</summary>

                        ````text
                        ERROR @me ```
                        fixes \u200B#3\uFFFD
                        ````

                        </details>
                        """);
    }

    @Test
    void whatPassedSaysSo() {
        assertThat(written(new VerifyResult(Verdict.PASSED, "melange", "", List.of())))
                .isEqualTo("""
                        ### Verified

                        `melange` passed.
                        """);
    }

    @Test
    void whatWasNotRunSaysWhy() {
        assertThat(written(VerifyResult.notRun("melange", "a local change conflicts")))
                .isEqualTo("""
                        ### Not verified

                        `melange` was not run: a local change conflicts.
                        """);
    }
}
