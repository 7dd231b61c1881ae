package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where hunks go, by example. */
class HunkGoldenTest {
    private static final String CHANGE_D = """
            @@ -1,7 +1,7 @@
             a
             b
             c
            -d
            +D
             e
             f
             g
            """;

    @Test
    void fuzzOfOneIgnoresTheOutermostLineBefore() {
        Golden golden = Golden.hunks("x\nb\nc\nd\ne\nf\ng\n", CHANGE_D);
        assertThat(golden.fits()).containsExactly("fuzz 1");
        assertThat(golden.after()).isEqualTo("x\nb\nc\nD\ne\nf\ng\n");
    }

    @Test
    void fuzzOfTwoIgnoresTwoLinesAfter() {
        Golden golden = Golden.hunks("a\nb\nc\nd\ne\nx\ny\n", CHANGE_D);
        assertThat(golden.fits()).containsExactly("fuzz 2");
        assertThat(golden.after()).isEqualTo("a\nb\nc\nD\ne\nx\ny\n");
        assertThat(golden.fuzz(1).fits()).containsExactly("failed");
    }

    @Test
    void theLineNextToTheChangeIsNeverIgnoredByTwo() {
        Golden golden = Golden.hunks("a\nb\nc\nd\nx\nf\ng\n", CHANGE_D);
        assertThat(golden.fits()).containsExactly("failed");
        assertThat(golden.fuzz(3).fits()).containsExactly("fuzz 3");
    }

    @Test
    void theRemovedLineIsNeverIgnored() {
        assertThat(Golden.hunks("a\nb\nc\nx\ne\nf\ng\n", CHANGE_D).fuzz(9).fits())
                .containsExactly("failed");
    }

    @Test
    void fuzzTakesFromTheLongerContextFirst() {
        String hunk = "@@ -5,5 +5,5 @@\n a\n-b\n+B\n c\n d\n e\n";
        assertThat(Golden.hunks("1\n2\n3\n4\na\nb\nc\nd\nx\n6\n", hunk).fits()).containsExactly("fuzz 1");
        assertThat(Golden.hunks("1\n2\n3\n4\nx\nb\nc\nd\ne\n6\n", hunk).fits()).containsExactly("failed");
    }

    @Test
    void anOffsetWithoutFuzzComesBeforeFuzzInPlace() {
        Golden golden = Golden.hunks("x\nb\nc\nd\ne\nf\ng\na\nb\nc\nd\ne\nf\ng\n", CHANGE_D);
        assertThat(golden.fits()).containsExactly("offset 7");
        assertThat(golden.after()).isEqualTo("x\nb\nc\nd\ne\nf\ng\na\nb\nc\nD\ne\nf\ng\n");
    }

    @Test
    void atTheStartFuzzLiftsTheAnchor() {
        String hunk = "@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n";
        assertThat(Golden.hunks("a\nb\nc\nd\ne\n", hunk).fits()).containsExactly("exact");
        assertThat(Golden.hunks("new\na\nb\nc\nd\ne\n", hunk).fits()).containsExactly("fuzz 1");
        assertThat(Golden.hunks("new\na\nb\nc\nd\ne\n", hunk).fuzz(0).fits()).containsExactly("failed");
    }

    @Test
    void atTheEndFuzzLiftsTheAnchor() {
        String hunk = "@@ -1,4 +1,4 @@\n a\n b\n-c\n+C\n d\n";
        assertThat(Golden.hunks("new\na\nb\nc\nd\n", hunk).fits()).containsExactly("offset 1");
        assertThat(Golden.hunks("a\nb\nc\nd\nnew\n", hunk).fits()).containsExactly("fuzz 1");
    }

    @Test
    void hunksMayShareContextButNotAChange() {
        String sharing = "@@ -1,3 +1,3 @@\n-a\n+A\n b\n c\n@@ -2,3 +2,3 @@\n b\n c\n-d\n+D\n";
        assertThat(Golden.hunks("a\nb\nc\nd\n", sharing).after()).isEqualTo("A\nb\nc\nD\n");
        String overlapping = "@@ -1,3 +1,3 @@\n-a\n+A\n b\n c\n@@ -1,4 +1,4 @@\n A\n b\n c\n-d\n+D\n";
        assertThat(Golden.hunks("a\nb\nc\nd\n", overlapping).fits()).containsExactly("exact", "failed");
    }

    @Test
    void hunksThatWouldPassEachOtherDoNot() {
        String hunks = "@@ -1 +1 @@\n-a\n+A\n@@ -3 +3 @@\n-c\n+C\n";
        assertThat(Golden.hunks("a\nb\nc\n", hunks).after()).isEqualTo("A\nb\nC\n");
        assertThat(Golden.hunks("c\nb\na\n", hunks).fits()).containsExactly("offset 2", "failed");
    }

    @Test
    void aHunkThatFailsMovesNoOther() {
        String hunks = "@@ -1 +1 @@\n-gone\n+x\n@@ -3 +3 @@\n-c\n+C\n";
        assertThat(Golden.hunks("a\nb\nc\nc\n", hunks).fits()).containsExactly("failed", "exact");
    }

    @Test
    void ofTwoPlacesEquallyFarTheOneFurtherDownIsTaken() {
        String hunk = "@@ -3 +3 @@\n-c\n+C\n";
        assertThat(Golden.hunks("a\nc\nx\nc\n", hunk).after()).isEqualTo("a\nc\nx\nC\n");
    }

    @Test
    void anInsertionWithoutContextGoesWhereItSays() {
        assertThat(Golden.hunks("a\nb\n", "@@ -1,0 +2 @@\n+x\n").after()).isEqualTo("a\nx\nb\n");
        assertThat(Golden.hunks("a\nb\n", "@@ -9,0 +10 @@\n+x\n").after()).isEqualTo("a\nb\nx\n");
    }

    @Test
    void aLineOfBlanksIsNotAnEmptyOne() {
        String hunk = "@@ -1,3 +1,3 @@\n\n-x\n+y\n z\n";
        assertThat(Golden.hunks("\nx\nz\n", hunk).fits()).containsExactly("exact");
        assertThat(Golden.hunks("  \nx\nz\n", hunk).fits()).containsExactly("fuzz 1");
        assertThat(Golden.hunks("  \nx\nz\n", hunk).after()).isEqualTo("  \ny\nz\n");
    }

    @Test
    void blankContextMayBeMissingInTheMiddleAndAtTheEnd() {
        assertThat(Golden.hunks("a\n\nb\n\n\n", "@@ -1,5 +1,5 @@\n a\n\n-b\n+B\n")
                        .after())
                .isEqualTo("a\n\nB\n\n\n");
        assertThat(Golden.hunks("a\n\nb\n\n\n\n\n", "@@ -1,7 +1,7 @@\n a\n\n-b\n+B\n")
                        .after())
                .isEqualTo("UNREADABLE");
    }
}
