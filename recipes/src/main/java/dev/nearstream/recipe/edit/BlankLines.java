package dev.nearstream.recipe.edit;

import java.util.BitSet;

/** Takes the blank lines with lines that go which would otherwise stand twice, first or last. */
final class BlankLines {
    private final TextLines lines;
    private final BitSet gone;

    BlankLines(TextLines lines, BitSet gone) {
        this.lines = lines;
        this.gone = gone;
    }

    /** Looks at all that goes between the first and the last line of what holds it. */
    void settle(int first, int last) {
        int start = gone.nextSetBit(first);
        while (start >= 0 && start <= last) {
            int end = gone.nextClearBit(start);
            while (end <= last && lines.isBlank(end) && gone.nextSetBit(end) == skipped(end)) {
                end = gone.nextClearBit(skipped(end)); // nothing but blank lines between two that go
            }
            settle(start, end, first, last);
            start = gone.nextSetBit(Math.max(end, start + 1));
        }
    }

    private int skipped(int blank) {
        int line = blank;
        while (line <= lines.count() && lines.isBlank(line)) {
            line++;
        }
        return line;
    }

    private void settle(int start, int end, int first, int last) {
        boolean blankBefore = start > first && lines.isBlank(start - 1);
        boolean blankBehind = end <= lines.count() && lines.isBlank(end);
        gone.set(start, end);
        if (blankBehind && (blankBefore || start == first)) {
            gone.set(end, skipped(end));
        } else if (blankBefore && end > last && !blankBehind) {
            for (int line = start - 1; line > first && lines.isBlank(line); line--) {
                gone.set(line);
            }
        }
    }
}
