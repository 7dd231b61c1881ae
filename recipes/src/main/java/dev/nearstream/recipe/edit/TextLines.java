package dev.nearstream.recipe.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its lines, which end with {@code \n}, {@code \r\n} or {@code \r} as YAML's do. Lines and columns count from
 * 1, columns in characters (code points).
 */
final class TextLines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    TextLines(String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (end) {
                starts.add(i + 1);
            }
        }
        if (starts.size() > 1 && starts.get(starts.size() - 1) == text.length()) {
            starts.remove(starts.size() - 1);
        }
    }

    String text() {
        return text;
    }

    /** How many there are; a last line that is not ended counts. */
    int count() {
        return starts.size();
    }

    /** Where the line begins; the text's end for the line behind the last. */
    int start(int line) {
        return line <= count() ? starts.get(line - 1) : text.length();
    }

    /** The line without what ends it. */
    String line(int line) {
        int end = start(line + 1);
        while (end > start(line) && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start(line), end);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The index of a place in the text. */
    int offset(int line, int column) {
        if (line > count()) {
            return text.length();
        }
        String of = line(line);
        int characters = Math.min(column - 1, of.codePointCount(0, of.length()));
        return start(line) + of.offsetByCodePoints(0, characters);
    }

    /** What stands on the line before the column. */
    String before(int line, int column) {
        return line > count() ? "" : text.substring(start(line), offset(line, column));
    }

    /** Also true of a line that is not there. */
    boolean isBlank(int line) {
        return line < 1 || line > count() || line(line).isBlank();
    }

    boolean isComment(int line) {
        return line >= 1 && line <= count() && line(line).stripLeading().startsWith("#");
    }

    /** The blanks in front of a line. */
    int indent(int line) {
        String of = line(line);
        return of.length() - of.stripLeading().length();
    }
}
