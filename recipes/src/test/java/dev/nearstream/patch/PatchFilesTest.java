package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** New, deleted, renamed and otherwise special files; which name is taken. */
class PatchFilesTest {
    private final PatchEngine engine = new PatchEngine(PatchOptions.DEFAULT);

    private PatchResult apply(String text, MemoryTree tree) {
        return engine.apply(PatchParser.parse(text.getBytes(StandardCharsets.ISO_8859_1)), tree);
    }

    private static final String NEW_FILE = """
            diff --git a/dir/f b/dir/f
            new file mode 100755
            index 0000000..1234567
            --- /dev/null
            +++ b/dir/f
            @@ -0,0 +1,2 @@
            +1
            +2
            """;

    @Test
    void createsAFileWithItsMode() {
        MemoryTree tree = new MemoryTree();
        PatchResult result = apply(NEW_FILE, tree);
        MemoryTree after = tree.with(result.changes());
        assertThat(after.text("dir/f")).isEqualTo("1\n2\n");
        assertThat(after.find("dir/f").orElseThrow().kind()).isEqualTo(TreeEntry.Kind.EXECUTABLE);
    }

    @Test
    void aNameThatNoFileSystemTakesIsNotWritten() {
        String patch = NEW_FILE.replace("dir/f", "d/".repeat(20_000) + "f");
        PatchResult result = apply(patch, new MemoryTree());
        assertThat(result.outcome()).isNotEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(result.changes().entries()).isEmpty();
    }

    @Test
    void doesNotCreateOverContent() {
        assertThat(apply(NEW_FILE, MemoryTree.of("dir/f", "1\n2\n")).failedHunks())
                .isEqualTo(1);
        assertThat(apply(NEW_FILE, MemoryTree.of("dir/f", "")).outcome()).isEqualTo(PatchResult.Outcome.APPLIES);
    }

    @Test
    void deletesAFileThatBecomesEmptyAndNoOther() {
        String delete = """
                --- a/f\t2026-01-01 00:00:00.000000000 +0000
                +++ /dev/null\t1970-01-01 00:00:00.000000000 +0000
                @@ -1,2 +0,0 @@
                -1
                -2
                """;
        MemoryTree tree = MemoryTree.of("f", "1\n2\n");
        assertThat(tree.with(apply(delete, tree).changes()).entries()).isEmpty();
        PatchResult left = apply(delete, MemoryTree.of("f", "1\n2\n3\n"));
        assertThat(left.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
    }

    @Test
    void anEmptyFileIsCreated() {
        MemoryTree tree = new MemoryTree();
        PatchResult result = apply("""
                diff --git a/empty b/empty
                new file mode 100644
                index 0000000..e69de29
                """, tree);
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(tree.with(result.changes()).text("empty")).isEmpty();
    }

    @Test
    void renamesAndChanges() {
        MemoryTree tree = MemoryTree.of("old", "1\n2\n3\n");
        PatchResult result = apply("""
                diff --git a/old b/new
                similarity index 60%
                rename from old
                rename to new
                index 1234567..89abcde 100644
                --- a/old
                +++ b/new
                @@ -1,3 +1,3 @@
                 1
                -2
                +two
                 3
                """, tree);
        MemoryTree after = tree.with(result.changes());
        assertThat(after.text("new")).isEqualTo("1\ntwo\n3\n");
        assertThat(after.entries()).containsOnlyKeys("new");
    }

    @Test
    void changesAModeAlone() {
        MemoryTree tree = MemoryTree.of("f", "x\n");
        PatchResult result = apply("""
                diff --git a/f b/f
                old mode 100644
                new mode 100755
                """, tree);
        assertThat(tree.with(result.changes()).find("f").orElseThrow().kind()).isEqualTo(TreeEntry.Kind.EXECUTABLE);
    }

    @Test
    void gitBinaryHunksAreNotSupported() {
        PatchResult result = apply("""
                diff --git a/f b/f
                index 1234567..89abcde 100644
                GIT binary patch
                delta 5
                McmZQzWMT#Y01f~L

                """, MemoryTree.of("f", "x\n"));
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(result.problem()).isEqualTo("f: git binary diffs are not supported");
    }

    @Test
    void ofTwoNamesThatExistTheShorterOneIsTaken() {
        String patch = """
                --- a/sub/f.orig
                +++ b/f
                @@ -1 +1 @@
                -x
                +y
                """;
        MemoryTree tree = MemoryTree.of("sub/f.orig", "x\n").file("f", "x\n");
        assertThat(apply(patch, tree).files().get(0).path()).isEqualTo("f");
        assertThat(apply(patch, MemoryTree.of("sub/f.orig", "x\n"))
                        .files()
                        .get(0)
                        .path())
                .isEqualTo("sub/f.orig");
    }

    @Test
    void namesThatLeaveTheTreeAreNotTaken() {
        for (String name : new String[] {"a/../../f", "a//f/../../g", "x/../f"}) {
            PatchResult result =
                    apply("--- %s\n+++ %s\n@@ -1 +1 @@\n-x\n+y\n".formatted(name, name), MemoryTree.of("f", "x\n"));
            assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        }
    }

    @Test
    void aLinkIsNotPatchedAsAFile() {
        MemoryTree tree = MemoryTree.of("real", "x\n")
                .put("f", TreeEntry.Kind.SYMLINK, "real")
                .put("out", TreeEntry.Kind.SYMLINK, "/etc");
        assertThat(apply("--- a/f\n+++ b/f\n@@ -1 +1 @@\n-x\n+y\n", tree).problem())
                .isEqualTo("f: not a regular file");
        PatchResult outside = apply("--- /dev/null\n+++ b/out/passwd\n@@ -0,0 +1 @@\n+y\n", tree);
        assertThat(outside.problem())
                .isEqualTo("out/passwd: invalid file name: it leads out of the tree or through a file");
        assertThat(outside.changes()).isEqualTo(TreeChanges.NONE);
    }

    @Test
    void stripsAsManyComponentsAsAsked() {
        String patch = "--- one/two/f\n+++ one/two/f\n@@ -1 +1 @@\n-x\n+y\n";
        for (int strip = 0; strip <= 2; strip++) {
            MemoryTree tree = MemoryTree.of(new String[] {"one/two/f", "two/f", "f"}[strip], "x\n");
            PatchResult result = new PatchEngine(new PatchOptions(strip, 2))
                    .apply(PatchParser.parse(patch.getBytes(StandardCharsets.ISO_8859_1)), tree);
            assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.APPLIES);
        }
        PatchResult tooMany = new PatchEngine(new PatchOptions(3, 2))
                .apply(PatchParser.parse(patch.getBytes(StandardCharsets.ISO_8859_1)), MemoryTree.of("f", "x\n"));
        assertThat(tooMany.problem()).isEqualTo("one/two/f: can't find file to patch");
    }

    @Test
    void quotedAndSpacedNames() {
        assertThat(apply(
                                "--- \"a/t\\303\\244b\\tf\"\n+++ \"b/t\\303\\244b\\tf\"\n@@ -1 +1 @@\n-x\n+y\n",
                                new MemoryTree().file("t\u00e4b\tf", "x\n"))
                        .outcome())
                .isEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(apply(
                                "--- a/two words\t\n+++ b/two words\t\n@@ -1 +1 @@\n-x\n+y\n",
                                MemoryTree.of("two words", "x\n"))
                        .outcome())
                .isEqualTo(PatchResult.Outcome.APPLIES);
    }
}
