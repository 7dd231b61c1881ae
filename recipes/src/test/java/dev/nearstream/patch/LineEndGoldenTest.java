package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Carriage returns and missing newlines, by example. */
class LineEndGoldenTest {
    private static final String HUNK = "@@ -1,2 +1,2 @@\n a\n-x\n+y\n";
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private static String dos(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void aPatchWithReturnsGoesIntoAFileWithout() {
        assertThat(Golden.of(MemoryTree.of("f", "a\nx\n"), dos("--- a/f\n+++ b/f\n" + HUNK))
                        .after())
                .isEqualTo("a\ny\n");
    }

    @Test
    void aPatchWithReturnsDoesNotGoIntoAFileWithReturns() {
        assertThat(Golden.of(MemoryTree.of("f", "a\r\nx\r\n"), dos("--- a/f\n+++ b/f\n" + HUNK))
                        .after())
                .isEqualTo("CONFLICTS");
    }

    @Test
    void returnsInTheHunksAloneBelongToTheLines() {
        assertThat(Golden.hunks("a\r\nx\r\n", "@@ -1,2 +1,2 @@\n a\r\n-x\r\n+y\r\n")
                        .after())
                .isEqualTo("a\r\ny\r\n");
        assertThat(Golden.hunks("a\nx\n", "@@ -1,2 +1,2 @@\n a\r\n-x\r\n+y\r\n").after())
                .isEqualTo("CONFLICTS");
    }

    @Test
    void aFileWithReturnsRefusesAPatchWithout() {
        assertThat(Golden.hunks("a\r\nx\r\n", HUNK).after()).isEqualTo("CONFLICTS");
        assertThat(Golden.hunks("a\r\nx\n", HUNK).after()).isEqualTo("a\r\ny\n");
    }

    @Test
    void theFilesLastLineMayLackItsNewlineWhereThePatchSaysSo() {
        assertThat(Golden.hunks("a\nx", "@@ -1,2 +1,2 @@\n-a\n+A\n x\n" + NO_NEWLINE)
                        .after())
                .isEqualTo("A\nx");
        assertThat(Golden.hunks("a\nx", "@@ -1,2 +1,2 @@\n-a\n+A\n x\n").fuzz(0).after())
                .isEqualTo("CONFLICTS");
        assertThat(Golden.hunks("a\nx\n", "@@ -1,2 +1,2 @@\n-a\n+A\n x\n" + NO_NEWLINE)
                        .fuzz(0)
                        .after())
                .isEqualTo("CONFLICTS");
    }

    @Test
    void withFuzzTheFilesOwnLastLineStays() {
        assertThat(Golden.hunks("a\nx", "@@ -1,2 +1,2 @@\n-a\n+A\n x\n").after())
                .isEqualTo("A\nx");
    }

    @Test
    void theNewlineMayBeTakenAwayOrPutIn() {
        assertThat(Golden.hunks("a\nx\n", "@@ -1,2 +1,2 @@\n a\n-x\n+x\n" + NO_NEWLINE)
                        .after())
                .isEqualTo("a\nx");
        assertThat(Golden.hunks("a\nx", "@@ -1,2 +1,2 @@\n a\n-x\n" + NO_NEWLINE + "+x\n")
                        .after())
                .isEqualTo("a\nx\n");
        assertThat(Golden.hunks("a\nx", "@@ -1,2 +1,3 @@\n a\n-x\n" + NO_NEWLINE + "+x\n+y\n" + NO_NEWLINE)
                        .after())
                .isEqualTo("a\nx\ny");
    }

    @Test
    void theMarkMayBeInAnyLanguage() {
        assertThat(Golden.hunks("x\n", "@@ -1 +1 @@\n-x\n+y\n\\ Kein Zeilenumbruch am Dateiende.\n")
                        .after())
                .isEqualTo("y");
    }

    @Test
    void anAddedLineWithoutTextAndNewlineStopsTheProgram() {
        Golden golden = Golden.hunks("x\n", "@@ -1 +1,2 @@\n x\n+\n" + NO_NEWLINE);
        assertThat(golden.after()).isEqualTo("CONFLICTS");
        assertThat(golden.result().problem()).isEqualTo("an added line has neither text nor newline");
    }
}
