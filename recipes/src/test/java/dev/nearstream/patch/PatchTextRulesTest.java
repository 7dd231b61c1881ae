package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What GNU patch forgives in a patch's text, and what it does not. */
class PatchTextRulesTest {
    private static final String HEADER = "--- a/f\n+++ b/f\n";

    private static Patch parse(String text) {
        return PatchParser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String apply(String patch, String before) {
        MemoryTree tree = MemoryTree.of("f", before);
        PatchResult result = new PatchEngine(PatchOptions.DEFAULT).apply(parse(patch), tree);
        return result.outcome() == PatchResult.Outcome.APPLIES
                ? tree.with(result.changes()).text("f")
                : result.outcome().toString();
    }

    @Test
    void carriageReturnsOfAWholePatchAreStripped() {
        assertThat(apply("--- a/f\r\n+++ b/f\r\n@@ -1 +1 @@\r\n-x\r\n+y\r\n", "x\n"))
                .isEqualTo("y\n");
    }

    @Test
    void carriageReturnsOfTheFileAreKeptApart() {
        assertThat(apply(HEADER + "@@ -1 +1 @@\n-x\r\n+y\r\n", "x\r\n")).isEqualTo("y\r\n");
        assertThat(apply(HEADER + "@@ -1 +1 @@\n-x\n+y\n", "x\r\n")).isEqualTo("CONFLICTS");
    }

    @Test
    void aMissingLastNewlineMustBeMissingInTheFileToo() {
        String patch = HEADER + "@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n";
        assertThat(apply(patch, "x")).isEqualTo("y\n");
        assertThat(apply(patch, "x\n")).isEqualTo("CONFLICTS");
        assertThat(apply(HEADER + "@@ -1 +1 @@\n-x\n+y\n\\ No newline at end of file\n", "x\n"))
                .isEqualTo("y");
    }

    @Test
    void aNewlineIsPutInWhereLinesFollow() {
        assertThat(apply(HEADER + "@@ -1,0 +2 @@\n+y\n", "x")).isEqualTo("x\ny\n");
    }

    @Test
    void blankContextMayHaveLostItsBlank() {
        assertThat(apply(HEADER + "@@ -1,3 +1,3 @@\n\n-x\n+y\n\tz\n", "\nx\n\tz\n"))
                .isEqualTo("\ny\n\tz\n");
    }

    @Test
    void blankContextMayBeMissingAtTheEnd() {
        assertThat(apply(HEADER + "@@ -1,3 +1,3 @@\n-x\n+y\n", "x\n\n\n")).isEqualTo("y\n\n\n");
    }

    @Test
    void anIndentedPatchIsRead() {
        assertThat(apply("  --- a/f\n  +++ b/f\n  @@ -1 +1 @@\n  -x\n  +y\n", "x\n"))
                .isEqualTo("y\n");
    }

    @Test
    void commentsAreSkippedInHunksToo() {
        assertThat(apply(HEADER + "@@ -1 +1 @@\n# why\n-x\n+y\n", "x\n")).isEqualTo("y\n");
    }

    @Test
    void aSignatureAfterTheLastHunkIsGarbage() {
        assertThat(apply(HEADER + "@@ -1 +1 @@\n-x\n+y\n-- \n2.39.0\n\n", "x\n"))
                .isEqualTo("y\n");
    }

    @Test
    void tooLargeACountIsMalformed() {
        Patch patch = parse(HEADER + "@@ -1,2 +1,2 @@\n-x\n+y\n-- \n2.39.0\n");
        assertThat(patch.problem()).isNotNull();
        assertThat(apply(HEADER + "@@ -1,9 +1,9 @@\n-x\n+y\n", "x\n")).isEqualTo("UNREADABLE");
    }

    @Test
    void tooSmallACountCutsTheHunk() {
        assertThat(apply(HEADER + "@@ -1 +1 @@\n-x\n+y\n+z\n", "x\n")).isEqualTo("y\n");
    }

    @Test
    void aHunkWithoutAChangeIsMalformed() {
        assertThat(parse(HEADER + "@@ -1 +1 @@\n x\n").problem())
                .isEqualTo(new PatchProblem(4, "malformed patch: the hunk that begins at line 3 changes nothing"));
    }

    @Test
    void garbageIsNoPatchAndNothingIsNoProblem() {
        assertThat(parse("not a patch\n").problem()).isNotNull();
        assertThat(parse("@@ -1 +1 @@\n-x\n+y\n").problem()).isNotNull();
        assertThat(parse("").problem()).isNull();
        assertThat(apply("", "x\n")).isEqualTo("x\n");
    }

    @Test
    void hunksWithoutAHeaderAfterGarbageAreIgnored() {
        Patch patch = parse(HEADER + "@@ -1 +1 @@\n-x\n+y\ngarbage\n@@ -9 +9 @@\n-x\n+y\n");
        assertThat(patch.hunkCount()).isEqualTo(1);
        assertThat(patch.problem()).isNull();
    }

    @Test
    void plainDiffsAreRead() {
        assertThat(apply("Index: p/f\n2c2\n< b\n---\n> B\n3a4\n> d\n", "a\nb\nc\n"))
                .isEqualTo("a\nB\nc\nd\n");
    }

    @Test
    void hugeNumbersAreMalformedAndLargeOnesAreSearchedFromTheEnd() {
        assertThat(parse(HEADER + "@@ -99999999999999999999 +1 @@\n-x\n+y\n").problem())
                .isNotNull();
        assertThat(apply(HEADER + "@@ -99999999999999999 +1 @@\n-x\n+y\n", "x\n"))
                .isEqualTo("y\n");
    }
}
