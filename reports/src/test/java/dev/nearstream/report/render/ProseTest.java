package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sentences on the terminal. */
class ProseTest {
    private static final String LONG = "0123456789".repeat(7);

    @Test
    void aLineThatFitsStaysOne() {
        String line = "a ".repeat(39) + "bc";
        assertThat(Prose.of("", 2, line)).isEqualTo(line + "\n").hasSize(81);
        assertThat(Prose.of("", 2, line + "d")).isEqualTo("a ".repeat(38) + "a\n  bcd\n");
    }

    @Test
    void theRestIsIndented() {
        assertThat(Prose.of("- ", 4, LONG + " and " + LONG + " end"))
                .isEqualTo("- " + LONG + " and\n    " + LONG + " end\n");
    }

    @Test
    void aWordIsNeverBroken() {
        assertThat(Prose.of("- ", 2, LONG + LONG + " x " + LONG + LONG))
                .isEqualTo("- " + LONG + LONG + "\n  x\n  " + LONG + LONG + "\n");
    }

    @Test
    void nothingSteersTheTerminal() {
        assertThat(Prose.of("", 0, "a\u001b[2J\nb")).isEqualTo("a\uFFFD[2J b\n");
    }

    @Test
    void aTablesLastColumnMayBeSentences() {
        TextTable table = TextTable.of("#POINTS", "~REASON");
        assertThat(table.row("8", "because " + LONG + " is so")
                        .row("10", "short")
                        .text())
                .isEqualTo("""
                POINTS  REASON
                     8  because
                        %1$s
                        is so
                    10  short
                """.formatted(LONG));
    }
}
