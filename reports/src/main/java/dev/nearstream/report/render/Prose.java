package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;

/** Sentences for the terminal: broken at blanks, so that the narrowest one shows them whole. */
public final class Prose {
    static final int WIDTH = 80;

    private Prose() {}

    /**
     * The lines, each ending with a newline; a word that is longer than the rest of a line has its own.
     *
     * @param first what the first line begins with
     * @param indent of the others, in blanks
     * @param text cleaned here
     */
    static String of(String first, int indent, String text) {
        return first + broken(VisibleText.of(text), first.codePointCount(0, first.length()), indent, WIDTH) + "\n";
    }

    /**
     * A text with line breaks.
     *
     * @param at where it begins
     * @param indent of the lines that follow, in blanks
     * @param width of a line
     */
    public static String broken(String text, int at, int indent, int width) {
        StringBuilder lines = new StringBuilder();
        int column = at;
        for (String word : text.split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            boolean begins = lines.isEmpty();
            if (!begins && column + 1 + length > width) {
                lines.append('\n').append(" ".repeat(indent)).append(word);
                column = indent + length;
            } else {
                lines.append(begins ? "" : " ").append(word);
                column += length + (begins ? 0 : 1);
            }
        }
        return lines.toString();
    }
}
