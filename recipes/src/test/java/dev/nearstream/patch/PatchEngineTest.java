package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchEngineTest {
    private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
    private static final String CHANGE_FIVE = """
            --- a/f
            +++ b/f
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """;

    private final PatchEngine engine = new PatchEngine(PatchOptions.DEFAULT);

    private static Patch patch(String text) {
        return PatchParser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String after(PatchResult result, MemoryTree tree, String path) {
        return tree.with(result.changes()).text(path);
    }

    @Test
    void appliesAtTheVeryLines() {
        MemoryTree tree = MemoryTree.of("f", TEN);
        PatchResult result = engine.apply(patch(CHANGE_FIVE), tree);
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.APPLIES);
        assertThat(result.how()).isEqualTo(Fit.EXACT);
        assertThat(after(result, tree, "f")).isEqualTo(TEN.replace("5", "five"));
        assertThat(tree.text("f")).isEqualTo(TEN);
    }

    @Test
    void findsMovedLinesAndSaysByHowMuch() {
        MemoryTree tree = MemoryTree.of("f", "new\nnew\n" + TEN);
        PatchResult result = engine.apply(patch(CHANGE_FIVE), tree);
        assertThat(result.how()).isEqualTo(Fit.OFFSET);
        assertThat(result.files().get(0).hunks())
                .containsExactly(new HunkResult(1, 4, HunkResult.Result.APPLIED, 2, 0, 3));
    }

    @Test
    void fuzzKeepsWhatTheFileSays() {
        MemoryTree tree = MemoryTree.of("f", TEN.replace("2", "two").replace("8", "eight"));
        PatchResult result = engine.apply(patch(CHANGE_FIVE), tree);
        assertThat(result.how()).isEqualTo(Fit.FUZZ);
        assertThat(after(result, tree, "f"))
                .isEqualTo(TEN.replace("2", "two").replace("8", "eight").replace("5", "five"));
    }

    @Test
    void noMoreFuzzThanAllowed() {
        MemoryTree tree = MemoryTree.of("f", TEN.replace("3", "three"));
        assertThat(engine.apply(patch(CHANGE_FIVE), tree).how()).isEqualTo(Fit.FUZZ);
        PatchResult result = new PatchEngine(new PatchOptions(1, 1)).apply(patch(CHANGE_FIVE), tree);
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(result.failedHunks()).isEqualTo(1);
        assertThat(result.changes()).isEqualTo(TreeChanges.NONE);
    }

    @Test
    void lessContextBeforeTheChangeMeansTheFilesStart() {
        Patch atStart = patch("""
                --- a/f
                +++ b/f
                @@ -1,3 +1,4 @@
                +0
                 1
                 2
                 3
                """);
        assertThat(engine.apply(atStart, MemoryTree.of("f", TEN)).how()).isEqualTo(Fit.EXACT);
        PatchResult moved = engine.apply(atStart, MemoryTree.of("f", "x\n" + TEN));
        assertThat(moved.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(new PatchEngine(new PatchOptions(1, 3))
                        .apply(atStart, MemoryTree.of("f", "x\n" + TEN))
                        .how())
                .isEqualTo(Fit.FUZZ);
    }

    @Test
    void lessContextAfterTheChangeMeansTheFilesEnd() {
        Patch atEnd = patch("""
                --- a/f
                +++ b/f
                @@ -8,3 +8,4 @@
                 8
                 9
                 10
                +11
                """);
        MemoryTree longer = MemoryTree.of("f", "x\n" + TEN);
        assertThat(after(engine.apply(atEnd, longer), longer, "f")).endsWith("10\n11\n");
        assertThat(engine.apply(atEnd, MemoryTree.of("f", TEN + "x\n")).outcome())
                .isEqualTo(PatchResult.Outcome.CONFLICTS);
    }

    @Test
    void linesFurtherDownComeBeforeLinesFurtherUp() {
        Patch insert = patch("""
                --- a/f
                +++ b/f
                @@ -3,2 +3,3 @@
                 a
                +new
                 b
                """);
        MemoryTree tree = MemoryTree.of("f", "a\nb\n-\n-\na\nb\n");
        assertThat(after(engine.apply(insert, tree), tree, "f")).isEqualTo("a\nb\n-\n-\na\nnew\nb\n");
    }

    @Test
    void laterHunksStartFromTheOffsetOfEarlierOnes() {
        Patch two = patch("""
                --- a/f
                +++ b/f
                @@ -1 +1 @@
                -a
                +A
                @@ -3 +3 @@
                -x
                +X
                """);
        MemoryTree tree = MemoryTree.of("f", "0\n0\na\nx\nx\nx\n");
        PatchResult result = engine.apply(two, tree);
        assertThat(after(result, tree, "f")).isEqualTo("0\n0\nA\nx\nX\nx\n");
        assertThat(result.files().get(0).hunks()).extracting(HunkResult::offset).containsExactly(2L, 2L);
    }

    @Test
    void aHunkBeforeOneAlreadyAppliedFails() {
        Patch misordered = patch("""
                --- a/f
                +++ b/f
                @@ -7 +7 @@
                -7
                +seven
                @@ -2 +2 @@
                -2
                +two
                """);
        PatchResult result = engine.apply(misordered, MemoryTree.of("f", TEN));
        assertThat(result.failedHunks()).isEqualTo(1);
        assertThat(result.files().get(0).hunks().get(1).result()).isEqualTo(HunkResult.Result.FAILED);
    }

    @Test
    void aMissingFileFailsAllItsHunks() {
        PatchResult result = engine.apply(patch(CHANGE_FIVE), new MemoryTree());
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(result.failedHunks()).isEqualTo(1);
        assertThat(result.files().get(0).problem()).isEqualTo("can't find file to patch");
        assertThat(result.files().get(0).path()).isEqualTo("a/f");
    }

    @Test
    void whatIsThereAlreadyIsUpstream() {
        MemoryTree tree = MemoryTree.of("f", TEN.replace("5", "five"));
        PatchResult result = engine.check(patch(CHANGE_FIVE), tree);
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.UPSTREAM);
        assertThat(result.failedHunks()).isEqualTo(1);
        assertThat(result.upstreamHunks()).isEqualTo(1);
        assertThat(result.changes()).isEqualTo(TreeChanges.NONE);
    }

    @Test
    void hunksThatAreThereAlreadyAreMarkedOneByOne() {
        Patch two = patch("""
                --- a/f
                +++ b/f
                @@ -1,3 +1,3 @@
                 1
                -2
                +two
                 3
                @@ -8,3 +8,3 @@
                 8
                -9
                +nine
                 10
                """);
        PatchResult result =
                engine.check(two, MemoryTree.of("f", TEN.replace("2", "two").replace("9", "?")));
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        assertThat(result.files().get(0).hunks())
                .extracting(HunkResult::result)
                .containsExactly(HunkResult.Result.UPSTREAM, HunkResult.Result.FAILED);
    }

    @Test
    void aPatchThatFailsLeavesTheTreeToTheNext() {
        Patch halfWrong = patch(CHANGE_FIVE + "@@ -10 +10 @@\n-ten\n+TEN\n");
        List<PatchResult> results =
                engine.checkSeries(List.of(halfWrong, patch(CHANGE_FIVE), patch(CHANGE_FIVE)), MemoryTree.of("f", TEN));
        assertThat(results)
                .extracting(PatchResult::outcome)
                .containsExactly(
                        PatchResult.Outcome.CONFLICTS, PatchResult.Outcome.APPLIES, PatchResult.Outcome.UPSTREAM);
    }

    @Test
    void aMissingObjectMakesThePatchUnreadable() {
        PatchTree lacking = path -> {
            throw new UnreadableFileException(path, "missing blob");
        };
        PatchResult result = engine.check(patch(CHANGE_FIVE), lacking);
        assertThat(result.outcome()).isEqualTo(PatchResult.Outcome.UNREADABLE);
        assertThat(result.problem()).isEqualTo("f cannot be read: missing blob");
    }

    @Test
    void aPatchThatIsLookedForWithoutEndIsNotJudged() {
        String hunk = "@@ -1 +1 @@\n-none\n+x\n";
        Patch hunks = patch("--- a/f\n+++ b/f\n" + hunk.repeat(50));
        MemoryTree tree = MemoryTree.of("f", TEN.repeat(5));
        PatchResult enough = new PatchRun(PatchOptions.DEFAULT, tree, false, new SearchBudget(10_000)).run(hunks);
        assertThat(enough.outcome()).isEqualTo(PatchResult.Outcome.CONFLICTS);
        PatchResult tooLong = new PatchRun(PatchOptions.DEFAULT, tree, false, new SearchBudget(1_000)).run(hunks);
        assertThat(tooLong.outcome()).isEqualTo(PatchResult.Outcome.UNREADABLE);
        assertThat(tooLong.problem()).contains("too many places");
    }
}
