package dev.nearstream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Position;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionCommentsTest {

    private static DecisionComments read(String text) {
        return DecisionComments.read("pkg.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Decision one(String text) {
        DecisionComments read = read(text);
        assertThat(read.problems()).isEmpty();
        assertThat(read.decisions().all()).hasSize(1);
        return read.decisions().all().get(0);
    }

    @Test
    void aCommentAboveTheStepKeepsAPatch() {
        Decision decision = one("""
                pipeline:
                  # nearstream: keep fix.patch (Ann, 2026-03-04): not the same change
                  - uses: patch
                    with: {patches: fix.patch}
                """);
        assertThat(decision)
                .isEqualTo(new Decision(
                        "fix.patch",
                        "not the same change",
                        "Ann",
                        LocalDate.of(2026, 3, 4),
                        new Position("pkg.yaml", 2, 3)));
        assertThat(decision.text()).isEqualTo("not the same change (Ann, 2026-03-04)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# nearstream: keep fix.patch, not the same: see there | fix.patch | not the same: see there",
                "#nearstream:keep fix.patch: because | fix.patch | because",
                "  uses: patch # nearstream: keep fix.patch: because | fix.patch | because",
                "# nearstream: keep patch:fix.patch@lib: because | patch:fix.patch@lib | because",
                "# nearstream: keep \"inline-edit:a b, c\": because | inline-edit:a b, c | because",
                "# nearstream: keep fix.patch (2026-03-04): because | fix.patch | because (2026-03-04)",
                "# nearstream: keep fix.patch (2026-03-04, Ann B.): because | fix.patch | because (Ann B., 2026-03-04)",
                "# nearstream: keep fix.patch (): because | fix.patch | because",
            })
    void itsForms(String line, String delta, String text) {
        assertThat(one(line).delta()).isEqualTo(delta);
        assertThat(one(line).text()).isEqualTo(text);
    }

    @Test
    void indentedLinesGoOnWithTheReason() {
        assertThat(one("""
                # nearstream: keep fix.patch: upstream's change
                #   mends one of the two
                #   callers alone
                # and this is another comment
                """).reason()).isEqualTo("upstream's change mends one of the two callers alone");
    }

    @Test
    void aScriptsCommentCountsToo() {
        assertThat(one("""
                  - runs: |
                      # nearstream: keep inline-edit:Makefile: needed on arm
                      sed -i s/a/b/ Makefile
                """).delta()).isEqualTo("inline-edit:Makefile");
    }

    @Test
    void severalDecisionsStandInOneFile() {
        assertThat(read("""
                # nearstream: keep a.patch: one
                # nearstream: keep b.patch: two
                """).decisions().all()).extracting(Decision::reason).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# nearstream: kepe fix.patch: why",
                "# nearstream: keep",
                "# nearstream: keep fix.patch",
                "# nearstream: drop fix.patch: why"
            })
    void whatIsNoDecisionIsSaid(String line) {
        assertThat(read("a: b\n" + line).decisions().all()).isEmpty();
        assertThat(read("a: b\n" + line).problems())
                .singleElement()
                .hasToString("pkg.yaml:2:1: this is no decision; write '# nearstream: keep PATCH: why'");
    }

    @Test
    void aDecisionNeedsItsReason() {
        assertThat(read("# nearstream: keep fix.patch:").problems())
                .singleElement()
                .hasToString("pkg.yaml:1:1: the decision to keep fix.patch has no reason; "
                        + "write '# nearstream: keep PATCH: why'");
    }

    @Test
    void otherTextsAreNoDecisions() {
        DecisionComments read = read("""
                # about nearstream: it reads this
                url: https://example.org/#nearstream:keep
                key: "nearstream: keep"
                """);
        assertThat(read.decisions().all()).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aHostileReasonIsCut() {
        assertThat(one("# nearstream: keep fix.patch: " + "x".repeat(100_000)).reason())
                .hasSize(501);
    }
}
