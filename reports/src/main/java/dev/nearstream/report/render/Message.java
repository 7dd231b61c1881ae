package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our own messages and reasons, which quote from outside: the places, addresses and hashes in them, which readers copy,
 * are code, all else is {@link OutsideText}.
 */
final class Message {
    /** {@code file:line:column} before a colon, an address, a hash: words of their own, or in brackets. */
    private static final Pattern COPIED = Pattern.compile("(?<![^ (])(?:"
            + "[^\\s:`|\\\\{}()]{1,200}:\\d{1,9}(?::\\d{1,9})?(?=: )"
            + "|https?://[^\\s,;()`|\\\\{}]*[^\\s,;().:`|\\\\{}]"
            + "|[0-9a-f]{7,64})(?=[ ,;:)]|\\.(?: |$)|$)");

    private Message() {}

    /** One line of markdown; empty where nothing of the text is visible. */
    static String of(String text) {
        return of(text, VisibleText.LONGEST);
    }

    /** The same, cut after so many code points. */
    static String of(String text, int longest) {
        return of(text, longest, true);
    }

    /** The same, as what goes on in a line behind our own words. */
    static String rest(String text, int longest) {
        return of(text, longest, false);
    }

    private static String of(String text, int longest, boolean first) {
        String visible = VisibleText.of(text, longest);
        Matcher copied = COPIED.matcher(visible);
        StringBuilder markdown = new StringBuilder();
        int end = 0;
        while (copied.find()) {
            markdown.append(text(visible.substring(end, copied.start()), first && end == 0));
            markdown.append(Code.of(copied.group()));
            end = copied.end();
        }
        return markdown.append(text(visible.substring(end), first && end == 0)).toString();
    }

    private static String text(String visible, boolean first) {
        return first ? OutsideText.first(visible) : OutsideText.rest(visible);
    }
}
