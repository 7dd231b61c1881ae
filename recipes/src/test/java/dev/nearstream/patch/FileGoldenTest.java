package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** New, deleted, moved and special files, by example. */
class FileGoldenTest {
    private static final String BINARY = """
            diff --git a/logo b/logo
            index 1234567..89abcde 100644
            GIT binary patch
            delta 5
            McmZQzWMT#Y01f~L

            delta 5
            McmZQzWMT#Y01f~L

            """;
    private static final String TEXT = """
            diff --git a/f b/f
            index 1234567..89abcde 100644
            --- a/f
            +++ b/f
            @@ -1 +1 @@
            -x
            +y
            """;

    private static String moved(String how, String hunk) {
        return "diff --git a/f b/g\nsimilarity index 90%%\n%1$s from f\n%1$s to g\n%2$s".formatted(how, hunk);
    }

    private static final String HUNK = "--- a/f\n+++ b/g\n@@ -1 +1 @@\n-x\n+y\n";

    @Test
    void aBinaryPartIsRefusedAndTheRestIsTried() {
        MemoryTree tree = MemoryTree.of("f", "x\n").file("logo", "\0\1\2");
        PatchResult result = Golden.of(tree, BINARY + TEXT).result();
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(result.problem()).isEqualTo("logo: git binary diffs are not supported");
        assertThat(result.failedHunks()).isZero();
        assertThat(result.files().get(1).hunks().get(0).result()).isEqualTo(HunkResult.Result.APPLIED);
    }

    @Test
    void aBinaryPartOfAFileThatIsNotThereIsRefusedToo() {
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), TEXT + BINARY).after()).isEqualTo("CONFLICTS");
        String created =
                BINARY.replace("index 1234567..89abcde 100644", "new file mode 100644\nindex 0000000..89abcde");
        assertThat(Golden.of(new MemoryTree(), created).result().problem())
                .isEqualTo("logo: git binary diffs are not supported");
    }

    @Test
    void aRenameLeavesNothingBehind() {
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), moved("rename", "")).paths())
                .containsExactly("g");
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), moved("rename", HUNK)).after("g"))
                .isEqualTo("y\n");
    }

    @Test
    void aRenameReplacesWhatStandsThere() {
        MemoryTree both = MemoryTree.of("f", "x\n").file("g", "old\n");
        assertThat(Golden.of(both, moved("rename", HUNK)).paths()).containsExactly("g");
        assertThat(Golden.of(both, moved("rename", HUNK)).after("g")).isEqualTo("y\n");
    }

    @Test
    void aCopyKeepsTheFile() {
        Golden golden = Golden.of(MemoryTree.of("f", "x\n"), moved("copy", HUNK));
        assertThat(golden.paths()).containsExactly("f", "g");
        assertThat(golden.after("f")).isEqualTo("x\n");
        assertThat(golden.after("g")).isEqualTo("y\n");
    }

    @Test
    void partsOfGitReferToTheFilesAsTheyWere() {
        MemoryTree both = MemoryTree.of("f", "x\n").file("g", "z\n");
        String swap =
                "diff --git a/f b/g\nrename from f\nrename to g\ndiff --git a/g b/f\nrename from g\nrename to f\n";
        Golden golden = Golden.of(both, swap);
        assertThat(golden.after("f")).isEqualTo("z\n");
        assertThat(golden.after("g")).isEqualTo("x\n");
    }

    @Test
    void theModeIsTakenFromThePatch() {
        MemoryTree tree = new MemoryTree().put("f", TreeEntry.Kind.EXECUTABLE, "x\n");
        Golden kept = Golden.of(tree, TEXT);
        assertThat(tree.with(kept.result().changes()).find("f").orElseThrow().kind())
                .isEqualTo(TreeEntry.Kind.EXECUTABLE);
        Golden taken =
                Golden.of(tree, TEXT.replace("index 1234567..89abcde 100644", "old mode 100755\nnew mode 100644"));
        assertThat(tree.with(taken.result().changes()).find("f").orElseThrow().kind())
                .isEqualTo(TreeEntry.Kind.FILE);
    }

    @Test
    void aDeletionThatLeavesContentFails() {
        String patch = """
                diff --git a/f b/f
                deleted file mode 100644
                index 1234567..0000000
                --- a/f
                +++ /dev/null
                @@ -1 +0,0 @@
                -x
                """;
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), patch).paths()).isEmpty();
        PatchResult left = Golden.of(MemoryTree.of("f", "x\nmore\n"), patch).result();
        assertThat(left.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(Golden.of(new MemoryTree(), patch).after()).isEqualTo("CONFLICTS");
    }

    @Test
    void withoutATimeAFileIsEmptiedAndNotDeleted() {
        assertThat(Golden.hunks("x\n", "@@ -1 +0,0 @@\n-x\n").after()).isEmpty();
    }

    @Test
    void anEmptyFileIsDeleted() {
        String patch = "diff --git a/f b/f\ndeleted file mode 100644\nindex e69de29..0000000\n";
        assertThat(Golden.of(MemoryTree.of("f", ""), patch).paths()).isEmpty();
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), patch).after()).isEqualTo("CONFLICTS");
    }

    @Test
    void aNewEmptyFileMayStandThereAlready() {
        String patch = "diff --git a/f b/f\nnew file mode 100644\nindex 0000000..e69de29\n";
        assertThat(Golden.of(MemoryTree.of("f", ""), patch).after()).isEmpty();
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), patch).after()).isEqualTo("x\n");
    }
}
