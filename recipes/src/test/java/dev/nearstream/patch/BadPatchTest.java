package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Patches that nobody should write: each is a finding of one line, and costs little. */
class BadPatchTest {
    private static final int MANY = 50 << 20;
    private static final String HEADER = "--- a/f\n+++ b/f\n";

    private static PatchResult check(byte[] patch, MemoryTree tree) {
        PatchResult result = new PatchEngine(PatchOptions.DEFAULT).check(PatchParser.parse(patch), tree);
        assertThat(result.changes()).isEqualTo(TreeChanges.NONE);
        assertThat(String.valueOf(result.problem())).doesNotContain("\n").hasSizeLessThan(300);
        return result;
    }

    private static PatchResult check(String patch, MemoryTree tree) {
        return check(patch.getBytes(StandardCharsets.ISO_8859_1), tree);
    }

    private static String problem(String patch) {
        PatchResult result = check(patch, MemoryTree.of("f", "x\n"));
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.UNREADABLE);
        return String.valueOf(result.problem());
    }

    @Test
    void textThatIsNoPatch() {
        assertThat(problem("<!DOCTYPE html>\n<title>404</title>\n"))
                .isEqualTo("only garbage was found in the patch: no file is named or changed");
        assertThat(problem("\0\1\2\n\0")).startsWith("only garbage");
        assertThat(problem("diff --git a/f b/f\n")).startsWith("only garbage");
    }

    @Test
    void namesWithoutHunks() {
        assertThat(problem(HEADER)).startsWith("only garbage");
    }

    @Test
    void countsThatLie() {
        assertThat(problem(HEADER + "@@ -1,999999999999999 +1,999999999999999 @@\n-x\n+y\n"))
                .isEqualTo("line 5: malformed patch: the patch ends within a hunk");
        assertThat(problem(HEADER + "@@ -1,2 +1 @@\n-x\n+y\n+z\n"))
                .isEqualTo("line 6: malformed patch: the hunk has other lines than its header says");
        assertThat(problem(HEADER + "@@ -9223372036854775806,9 +1 @@\n-x\n+y\n"))
                .isEqualTo("line 3: malformed patch: the hunk's last line has too large a number");
        assertThat(problem(HEADER + "@@ -9999999999999999999 +1 @@\n-x\n+y\n"))
                .isEqualTo("line 3: line number is too large");
        assertThat(problem(HEADER + "@@ -,1 +1 @@\n-x\n+y\n"))
                .isEqualTo("line 3: line number is missing in the hunk's header");
    }

    @Test
    void formatsThatAreNotRead() {
        assertThat(problem("*** a/f\n--- b/f\n***************\n*** 1 ****\n! x\n--- 1 ----\n! y\n"))
                .isEqualTo("line 3: context diffs (diff -c) are not supported");
        assertThat(problem("Index: f\n1c\ny\n.\n")).isEqualTo("line 2: ed scripts (diff -e) are not supported");
    }

    @Test
    void fiftyMegabytesOfOneLine() {
        byte[] patch = new byte[MANY];
        Arrays.fill(patch, (byte) '1');
        assertThat(check(patch, new MemoryTree()).problem()).startsWith("only garbage");
    }

    @Test
    void fiftyMegabytesOfAddedLines() {
        int lines = MANY / 2;
        PatchResult result = check(HEADER + "@@ -0,0 +1," + lines + " @@\n" + "+\n".repeat(lines), new MemoryTree());
        assertThat(result.problem()).isEqualTo("line 2: the patch has more than 8000000 changed lines");
    }

    @Test
    void moreThanTheLargestSizeIsNotRead() {
        assertThat(check(new byte[PatchParser.MAX_BYTES + 1], new MemoryTree()).problem())
                .isEqualTo("patch of 67108865 bytes is larger than the limit of 67108864");
    }

    @Test
    void moreFilesThanAnyPatchHas() {
        String part = "diff --git a/g b/g\nnew file mode 100644\n";
        assertThat(problem(part.repeat(PatchParser.MAX_FILES + 1)))
                .endsWith("the patch changes more than 100000 files");
        assertThat(PatchParser.parse(part.repeat(PatchParser.MAX_FILES).getBytes(StandardCharsets.ISO_8859_1))
                        .problem())
                .isNull();
    }

    @Test
    void aLargeFileThatIsWrittenAThousandTimes() {
        MemoryTree tree = MemoryTree.of("f", "x\n" + "y\n".repeat(1000));
        Patch patch = PatchParser.parse(
                (HEADER + "@@ -1 +1 @@\n-x\n+x\n").repeat(1000).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run(patch, tree, 1_000_000)).isEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(run(patch, tree, 100_000)).isEqualTo(PatchResult.Outcome.UNREADABLE);
    }

    @Test
    void aPathOfHundredsOfDirectories() {
        String deep = "d/".repeat(200);
        MemoryTree tree = MemoryTree.of(deep + "f", "");
        Patch patch = PatchParser.parse("diff --git a/%1$sg b/%1$sg\nnew file mode 100644\n"
                .formatted(deep)
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run(patch, tree, 500_000_000)).isEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(run(patch, tree, 100_000)).isEqualTo(PatchResult.Outcome.UNREADABLE);
    }

    private static PatchResult.Outcome run(Patch patch, MemoryTree tree, long budget) {
        return new PatchRun(PatchOptions.DEFAULT, tree, false, new SearchBudget(budget))
                .run(patch)
                .outcome();
    }

    @Test
    void pathsThatLeaveTheTree() {
        MemoryTree tree = MemoryTree.of("d/f", "x\n")
                .put("out", TreeEntry.Kind.SYMLINK, "../outside")
                .put("in", TreeEntry.Kind.SYMLINK, "d")
                .put("circle", TreeEntry.Kind.SYMLINK, "circle/x");
        for (String name : new String[] {"../f", "d/../../f", "out/f", "circle/f", "d/f/g"}) {
            Golden golden = Golden.of(tree, "--- /dev/null\n+++ b/" + name + "\n@@ -0,0 +1 @@\n+y\n");
            assertThat(golden.result().outcome()).as(name).isEqualTo(PatchResult.Outcome.CONFLICTS);
            assertThat(golden.result().problem()).as(name).isNotNull().doesNotContain("\n");
        }
        Golden absolute = Golden.of(tree, "--- /dev/null\n+++ /nowhere/f\n@@ -0,0 +1 @@\n+y\n");
        assertThat(absolute.after("nowhere/f")).isEqualTo("y\n");
        assertThat(absolute.strip(0).after("/nowhere/f")).isEqualTo("CONFLICTS");
        Golden within = Golden.of(tree, "--- a/in/f\n+++ b/in/f\n@@ -1 +1 @@\n-x\n+y\n");
        assertThat(within.after("d/f")).isEqualTo("y\n");
    }

    @Test
    void aLinkThatThePatchMakesLeadsNowhereElse() {
        String link = """
                diff --git a/out b/out
                new file mode 120000
                --- /dev/null
                +++ b/out
                @@ -0,0 +1 @@
                +../outside
                \\ No newline at end of file
                """;
        String through = "--- /dev/null\n+++ b/out/f\n@@ -0,0 +1 @@\n+y\n";
        assertThat(Golden.of(new MemoryTree(), link).after("out")).isEqualTo("../outside");
        assertThat(Golden.of(new MemoryTree(), link + through).after("out/f")).isEqualTo("CONFLICTS");
    }
}
