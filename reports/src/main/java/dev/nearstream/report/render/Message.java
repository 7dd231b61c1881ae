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
            + "|[0-9a-f]{7,64})(?=[ ,;:.)]|$)");

    private Message() {}

    /** One line of markdown; empty where nothing of the text is visible. */
    static String of(String text) {
        return of(text, VisibleText.LONGEST);
    }

    /** The same, cut after so many code points. */
    static String of(String text, int longest) {
        String visible = VisibleText.of(text, longest);
        Matcher copied = COPIED.matcher(visible);
        if (!copied.find()) {
            return OutsideText.first(visible);
        }
        StringBuilder markdown = new StringBuilder();
        int end = 0;
        do {
            String before = visible.substring(end, copied.start());
            markdown.append(end == 0 ? OutsideText.first(before) : OutsideText.rest(before));
            markdown.append(Code.of(copied.group()));
            end = copied.end();
        } while (copied.find());
        return markdown.append(OutsideText.rest(visible.substring(end))).toString();
    }
}
