package dev.nearstream.report;

import java.util.regex.Pattern;

/**
 * Text from outside (commit subjects, patch headers, names, messages) as one line of what a reader would see: white
 * space of any kind is one blank, a control character or half a surrogate pair is U+FFFD, and what only steers or hides
 * (bidirectional overrides and isolates, zero width characters, fillers, tags) is gone. What is left is still untrusted
 * for markup.
 */
public final class VisibleText {
    /** Longer lines are cut here, and end with {@code …}. */
    public static final int LONGEST = 400;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}\\u2800]+");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFFA0\\x{E0000}-\\x{E0FFF}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Co}]");

    private static final Pattern UNPRINTED_IN_CODE =
            Pattern.compile("[" + "[^\\P{C}\\t]" + "\\u034F\\u115F\\u1160\\u17B4\\u17B5"
                    + "\\u180B-\\u180F\\u2028\\u2029\\u3164\\uFFA0\\x{E0000}-\\x{E0FFF}]");

    private VisibleText() {}

    /** One line, trimmed, of at most {@link #LONGEST} code points. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** One line, trimmed, of at most so many code points; a longer one is cut and ends with {@code …}. */
    public static String of(String text, int longest) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        // Nobody reads on: what is cleaned is bounded before it is looked at.
        String bounded = text.length() <= longest * 8 ? text : text.substring(0, longest * 8);
        String spaced = SPACES.matcher(bounded).replaceAll(" ");
        String shown = INVISIBLE.matcher(spaced).replaceAll("");
        String line = SPACES.matcher(UNPRINTABLE.matcher(shown).replaceAll("\uFFFD"))
                .replaceAll(" ")
                .strip();
        boolean cut = line.codePointCount(0, line.length()) > longest;
        return cut ? line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…" : line;
    }

    /** Whether it is printable ASCII with single blanks between words: most texts are, and a report has many. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /**
     * A line of code: its blanks stay, and what is not seen is U+FFFD, for in code it may matter.
     *
     * @param line without its end
     */
    public static String code(String line) {
        boolean plain = line.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\t');
        return plain ? line : UNPRINTED_IN_CODE.matcher(line).replaceAll("\uFFFD");
    }
}
