package dev.nearstream.pull.forge;

import dev.nearstream.report.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles and texts as forges take them: of a length they allow, and of characters that every database keeps. */
final class ForgeText {
    /** GitHub takes 256, GitLab and Gitea 255; some are left for what makes a draft of one. */
    private static final int LONGEST_TITLE = 240;

    static final String CUT = "*The rest is left out: the forge takes no longer text.*\n";

    /** Control characters save tab and line feed, and halves of surrogate pairs. */
    private static final Pattern UNKEPT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]");

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");
    private static final Pattern OPENS = Pattern.compile("(?i)<(?:details|!--)");
    private static final Pattern CLOSES = Pattern.compile("(?i)</details>|-->");

    private ForgeText() {}

    /** One line, with nothing in it that is not seen. */
    static String title(String text) {
        String line = VisibleText.of(text, LONGEST_TITLE);
        while (line.length() > LONGEST_TITLE) { // in UTF-16, as some count
            line = VisibleText.of(line, line.codePointCount(0, line.length()) - 1);
        }
        return line.isEmpty() ? "(no title)" : line;
    }

    /**
     * The text, or what of it fits and a line that says so. It is cut between lines, and in no fenced code, no {@code
     * <details>} and no HTML comment: what follows would be part of it, or not be seen.
     *
     * @param most UTF-16 units
     */
    static String body(String text, int most) {
        String kept =
                UNKEPT.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\uFFFD");
        if (kept.length() <= most) {
            return kept;
        }
        String shown = kept.substring(0, lastEnd(kept, most - CUT.length() - 2));
        return shown.isEmpty() ? CUT : shown + (shown.endsWith("\n") ? "\n" : "\n\n") + CUT;
    }

    /** The last end of a line up to there where nothing is open. */
    private static int lastEnd(String text, int most) {
        int safe = 0;
        int open = 0;
        String fence = "";
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(at, end < 0 ? next : end);
            Matcher mark = FENCE.matcher(line);
            boolean isMark = mark.matches();
            if (!fence.isEmpty()) {
                fence = isMark
                                && mark.group(1).startsWith(fence)
                                && mark.group(2).isBlank()
                        ? ""
                        : fence;
            } else if (isMark
                    && !(mark.group(1).charAt(0) == '`' && mark.group(2).contains("`"))) {
                fence = mark.group(1);
            } else {
                open = Math.max(0, open + count(OPENS, line) - count(CLOSES, line));
            }
            if (next > most) {
                return safe;
            }
            if (fence.isEmpty() && open == 0) {
                safe = next;
            }
            at = next;
        }
        return safe;
    }

    private static int count(Pattern pattern, String line) {
        return (int) pattern.matcher(line).results().count();
    }
}
