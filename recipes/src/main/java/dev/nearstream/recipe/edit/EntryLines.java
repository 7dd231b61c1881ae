package dev.nearstream.recipe.edit;

import java.util.BitSet;
import java.util.List;

/**
 * A stretch of lines that holds one entry or more a line, comments that begin with {@code #}, and blank lines. A comment is
 * about the lines below it, up to the next comment or blank line, and goes with the last of them. For one thread.
 */
final class EntryLines {
    private final TextLines lines;
    private final int from;
    private final int to;
    private final BitSet gone = new BitSet();

    EntryLines(TextLines lines, int from, int to) {
        this.lines = lines;
        this.from = from;
        this.to = to;
    }

    void remove(int line) {
        gone.set(line);
    }

    /** The lines that go, comments and blank lines that would stand twice among them. */
    List<Integer> removed() {
        comments();
        new BlankLines(lines, gone).settle(from, to);
        return gone.stream().boxed().toList();
    }

    private void comments() {
        int line = from;
        while (line <= to) {
            int comment = line;
            while (line <= to && lines.isComment(line)) {
                line++;
            }
            int entry = line;
            while (line <= to && !lines.isComment(line) && !lines.isBlank(line)) {
                line++;
            }
            boolean group = entry > comment && line > entry;
            if (group && gone.nextClearBit(entry) >= line) {
                gone.set(comment, entry);
            }
            if (line == comment) {
                line++;
            }
        }
    }
}
