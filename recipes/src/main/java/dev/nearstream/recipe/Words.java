package dev.nearstream.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a scalar and where it stands.
 *
 * @param at exact for a scalar on one line and for the line of a block
 */
record Words(String text, Position at) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** The words between blanks and newlines. */
    static List<Words> of(Text text) {
        List<Words> words = new ArrayList<>();
        for (Words line : lines(text)) {
            Matcher match = WORD.matcher(line.text());
            while (match.find()) {
                words.add(new Words(
                        match.group(),
                        new Position(
                                line.at().file(), line.at().line(), line.at().column() + match.start())));
            }
        }
        return words;
    }

    /** The lines; those of a block begin on the line below its indicator. */
    static List<Words> lines(Text text) {
        Position at = text.at();
        boolean block = text.source().indexOf('\n') >= 0;
        List<Words> lines = new ArrayList<>();
        int[] line = {at.line() + (block ? 1 : 0)};
        text.value()
                .lines()
                .forEach(value -> lines.add(new Words(value, new Position(at.file(), line[0]++, at.column()))));
        return lines;
    }
}
