package dev.nearstream.bump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.PatchPlan.Action;
import dev.nearstream.bump.Trees.Commit;
import dev.nearstream.delta.WorkspaceFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What upstream's history and the rest of its tree tell of a patch that no longer applies. */
class RebaseTest {
    private static final String BASE = """
            int read(struct buffer *b, size_t length) {
                reset(b);
                resize(b, length);
                return fill(b);
            }
            """;

    private static final String PATCH = """
            From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
            Subject: [PATCH] Refuse a length that overflows

            ---
            --- a/read.c
            +++ b/read.c
            @@ -1,5 +1,7 @@
             int read(struct buffer *b, size_t length) {
                 reset(b);
            +    if (length > LIMIT)
            +        return overflow(b);
                 resize(b, length);
                 return fill(b);
             }
            """;

    private static final String TAKEN =
            BASE.replace("    resize", "    if (length > LIMIT)\n        return overflow(b);\n    resize");
    private static final String REWRITTEN =
            BASE.replace("reset(b);\n    resize", "reset_all(b);\n    assert(length <= LIMIT);\n    grow");

    private static final String KEPT = BASE.replace(
            "reset(b);\n    resize",
            "reset_all(b);\n    if (length > LIMIT)\n        return too_long(b, length);\n    grow");

    private static PatchPlan plan(String name, String patch, WorkspaceFiles to, UpstreamHistory history) {
        return new SeriesPlanner(Trees.of("read.c", BASE), to, history)
                .plan(List.of(Trees.patch(name, patch)))
                .get(0);
    }

    private static PatchPlan plan(String to, Commit... commits) {
        return plan("pkg/x.patch", PATCH, Trees.of("read.c", to), Trees.history("read.c", commits));
    }

    @Test
    void aChangeThatWasMadeAndRewrittenSinceIsUpstreams() {
        PatchPlan plan = plan(KEPT, new Commit("a", "Mind the length", TAKEN), new Commit("b", "Assert", KEPT));
        assertThat(plan.action()).isEqualTo(Action.DROP);
        assertThat(plan.reason()).startsWith("upstream made the same change and has rewritten it since");
        assertThat(plan.evidence()).last().satisfies(evidence -> {
            assertThat(evidence.commit()).isEqualTo("a".repeat(40));
            assertThat(evidence.firstRelease()).isEqualTo("v2.0");
            assertThat(evidence.detail()).isEqualTo("it makes the one change of the patch");
        });
    }

    @Test
    void aChangeOfWhichNothingIsLeftIsForAPerson() {
        PatchPlan plan = plan(
                REWRITTEN, new Commit("a", "Mind the length", TAKEN), new Commit("b", "Simplify the copy", REWRITTEN));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void withoutThatCommitItIsAConflictThatNamesTheOneToLookAt() {
        PatchPlan plan = plan(REWRITTEN, new Commit("b", "Assert", REWRITTEN));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.kind().label()).isEqualTo("superseded");
            assertThat(evidence.commit()).isEqualTo("b".repeat(40));
        });
    }

    @Test
    void aChangeThatWasTakenBackIsNotUpstreams() {
        String back = BASE.replace("reset(b)", "reset_all(b)");
        assertThat(plan(
                                back.replace("    resize", "    trace(length);\n    resize"),
                                new Commit("a", "Mind the length", TAKEN),
                                new Commit("b", "Do not", back))
                        .action())
                .isNotEqualTo(Action.DROP);
    }

    @Test
    void aCommitThatSaysThatItRevertsAnotherTakesItsChangeBack() {
        PatchPlan plan = plan(
                REWRITTEN,
                new Commit("a", "Mind the length", TAKEN),
                new Commit("b", "Revert \"Mind the length\"\n\nThis reverts commit aaaaaaaaaaaa.", REWRITTEN));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void aCommitThatHasThePatchsSubjectAloneProvesNothing() {
        PatchPlan plan = plan(REWRITTEN, new Commit("c", "Refuse a length that overflows (#12)", REWRITTEN));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.evidence()).first().satisfies(evidence -> {
            assertThat(evidence.kind().label()).isEqualTo("same-change");
            assertThat(evidence.detail())
                    .isEqualTo("by its name it is the patch, or mends the same; its content is another");
        });
    }

    private static final String TWO = """
            --- a/read.c
            +++ b/read.c
            @@ -1,5 +1,5 @@
            -int read(struct buffer *b, size_t length) {
            +int read(struct buffer *b, ssize_t length) {
                 reset(b);
                 resize(b, length);
            -    return fill(b);
            +    return fill_up(b, length);
             }
            """;

    @Test
    void thePullRequestOfThePatchMergedInAnotherFormIsUpstreams() {
        String merged = BASE.replace("size_t length", "ssize_t length")
                .replace("return fill(b);", "return b->fill(length, NULL);");
        Commit commit = new Commit("d", "Signed lengths (#597)", merged);
        UpstreamHistory history = Trees.history("read.c", commit);
        PatchPlan plan = plan("pkg/597-1.patch", TWO, Trees.of("read.c", merged), history);
        assertThat(plan.action()).isEqualTo(Action.DROP);
        assertThat(plan.confidence()).isEqualTo(PatchPlan.Confidence.LOW);
        PatchPlan another = plan("pkg/598.patch", TWO, Trees.of("read.c", merged), history);
        assertThat(another.action()).isEqualTo(Action.CONFLICT);
    }

    /** Five calls, each between lines of its own. */
    private static String calls(String... names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            text.append("before_%1$d();\nand_%1$d();\n%2$s();\nbut_%1$d();\nafter_%1$d();\n".formatted(i, names[i]));
        }
        return text.toString();
    }

    private static PatchPlan fiveCalls(String message, String now) {
        String old = calls("call_one", "call_two", "call_three", "call_four", "call_five");
        String patched = old.replace("call_", "safe_call_");
        String patch = "Subject: [PATCH] Call safely everywhere (CVE-2026-12345)\n\n--- a/f\n+++ b/f\n"
                + new String(
                        UnifiedHunks.between(
                                old.getBytes(StandardCharsets.UTF_8), patched.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        return new SeriesPlanner(
                        Trees.of("f", old), Trees.of("f", now), Trees.history("f", new Commit("e", message, now)))
                .plan(List.of(Trees.patch("five.patch", patch)))
                .get(0);
    }

    private static final String FOUR_OF_FIVE =
            calls("safe_call_one", "safe_call_two", "safe_call_three", "safe_call_four", "call_five");

    @Test
    void fourOfFiveChangesOfItsOwnCommitAreEnoughWhereTheFifthsPlaceWasRewritten() {
        String rewritten = FOUR_OF_FIVE.replace("call_five", "other_thing_entirely");
        assertThat(fiveCalls("Call safely everywhere (CVE-2026-12345)", rewritten)
                        .action())
                .isEqualTo(Action.DROP);
        assertThat(fiveCalls("Be safe\n\nFixes CVE-2026-12345.", rewritten).action())
                .isEqualTo(Action.DROP);
        assertThat(fiveCalls("Something else", rewritten).action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void aPartOfAFixThatUpstreamLeftOutStaysInThePatch() {
        PatchPlan plan = fiveCalls("Call safely everywhere (CVE-2026-12345)", FOUR_OF_FIVE);
        assertThat(plan.action()).isEqualTo(Action.REFRESH);
        assertThat(plan.refreshedText()).contains("+safe_call_five();").doesNotContain("+safe_call_four();");
    }

    private static PatchPlan manifest(String... files) {
        String manifest = "{\n  \"name\": \"renderer\",\n  \"axios\": \"1.8.2\",\n  \"jest\": \"29.0.0\"\n}\n";
        String patch = """
                --- a/package.json
                +++ b/package.json
                @@ -1,5 +1,5 @@
                 {
                   "name": "renderer",
                -  "axios": "1.8.2",
                +  "axios": "1.12.0",
                   "jest": "29.0.0"
                 }
                """;
        return new SeriesPlanner(Trees.of("package.json", manifest), Trees.of(files), UpstreamHistory.none())
                .plan(List.of(Trees.patch("x.patch", patch)))
                .get(0);
    }

    @Test
    void aManifestThatIsGoneWithAllItsLinesTakesThePinAlong() {
        PatchPlan gone = manifest("main.go", "package main\n");
        assertThat(gone.action()).isEqualTo(Action.DROP);
        assertThat(gone.reason())
                .isEqualTo("upstream has no more package.json, and no other file has the lines that the patch changes"
                        + " there");
        assertThat(manifest("web/package.json", "{}\n").action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void codeThatIsGoneIsForAPerson() {
        assertThat(plan("x.patch", PATCH, Trees.of("main.go", "package main\n"), UpstreamHistory.none())
                        .action())
                .isEqualTo(Action.CONFLICT);
    }

    @Test
    void aFileThatThePatchDeletesAndUpstreamMovedIsNotGone() {
        String delete = """
                --- a/a.sh
                +++ /dev/null
                @@ -1,2 +0,0 @@
                -echo something
                -rm everything
                """;
        String script = "echo something\nrm everything\n";
        PatchPlan moved = new SeriesPlanner(
                        Trees.of("a.sh", script), Trees.of("bin/a2.sh", script), UpstreamHistory.none())
                .plan(List.of(Trees.patch("x.patch", delete)))
                .get(0);
        assertThat(moved.action()).isNotEqualTo(Action.DROP);
        PatchPlan gone = new SeriesPlanner(Trees.of("a.sh", script), Trees.of("b", "x\n"), UpstreamHistory.none())
                .plan(List.of(Trees.patch("x.patch", delete)))
                .get(0);
        assertThat(gone.action()).isEqualTo(Action.DROP);
    }

    @Test
    void aFileWhoseLinesAreElsewhereIsNotGone() {
        PatchPlan moved =
                plan("x.patch", PATCH, Trees.of("lib/input.c", "\tresize(b, length);\n"), UpstreamHistory.none());
        assertThat(moved.action()).isEqualTo(Action.CONFLICT);
        PatchPlan another = plan("x.patch", PATCH, Trees.of("main.cc", "resize(b, length);\n"), UpstreamHistory.none());
        assertThat(another.action()).as("of whatever kind the file is").isEqualTo(Action.CONFLICT);
        PatchPlan renamed = plan("x.patch", PATCH, Trees.of("lib/read.c", "void nothing;\n"), UpstreamHistory.none());
        assertThat(renamed.action()).isEqualTo(Action.CONFLICT);
    }

    private static PatchPlan moved(String... files) {
        String old = calls("call_one", "call_two", "call_three");
        String patched = old.replace("call_two", "safe_call_two");
        String patch = "Mend two.\n\ndiff --git a/src/f.c b/src/f.c\n--- a/src/f.c\n+++ b/src/f.c\n"
                + new String(
                        UnifiedHunks.between(
                                old.getBytes(StandardCharsets.UTF_8), patched.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        return new SeriesPlanner(Trees.of("src/f.c", old), Trees.of(files), UpstreamHistory.none())
                .plan(List.of(Trees.patch("f.patch", patch)))
                .get(0);
    }

    @Test
    void aFileThatUpstreamMovedIsFollowed() {
        String now = calls("call_none", "call_two", "call_three", "call_four");
        PatchPlan plan = moved("lib/g.c", now, "other.c", "int main;\n");
        assertThat(plan.action()).isEqualTo(Action.REFRESH);
        assertThat(plan.confidence()).isEqualTo(PatchPlan.Confidence.LOW);
        assertThat(plan.reason()).contains("src/f.c is lib/g.c now");
        assertThat(plan.refreshedText())
                .startsWith("Mend two.\n\ndiff --git a/lib/g.c b/lib/g.c\n--- a/lib/g.c\n+++ b/lib/g.c\n@@ -")
                .contains("-call_two();\n+safe_call_two();\n");
    }

    @Test
    void aGuardThatThePullRequestLeftOutIsNoOtherForm() {
        String patch = """
                --- a/read.c
                +++ b/read.c
                @@ -1,5 +1,7 @@
                +#include <limits.h>
                 int read(struct buffer *b, size_t length) {
                     reset(b);
                +    check_length(length);
                     resize(b, length);
                     return fill(b);
                 }
                """;
        String merged = "#include <limits.h>\n"
                + BASE.replace("reset(b);\n    resize(b, length)", "begin(b);\n    grow_all(b)");
        PatchPlan plan = plan(
                "20.patch",
                patch,
                Trees.of("read.c", merged),
                Trees.history("read.c", new Commit("f", "Tidy (#20)", merged)));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void theSameChangeInAMovedFileIsForAPersonToSee() {
        PatchPlan plan = moved("lib/g.c", calls("call_one", "safe_call_two", "call_four"));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason())
                .isEqualTo("upstream seems to have all of it, and has moved files: src/f.c is lib/g.c now");
    }

    @Test
    void aFileThatHasTwoHeirsIsForAPerson() {
        String now = calls("call_one", "call_two", "call_three");
        assertThat(moved("one.c", now, "two.c", now).action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void thePullRequestsOfAPatch() {
        assertThat(PullNumbers.of("pkg/597-1.patch", "")).containsExactly("597");
        assertThat(PullNumbers.of("pr-12.patch", "see https://github.com/x/y/pull/731\n"))
                .containsOnly("12", "731");
        assertThat(PullNumbers.of("CVE-2026-46702.patch", "")).isEmpty();
        assertThat(PullNumbers.of("0001-fix.patch", "")).isEmpty();
    }
}
