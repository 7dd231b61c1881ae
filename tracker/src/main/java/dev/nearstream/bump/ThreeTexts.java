package dev.nearstream.bump;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A file's three versions as lists of lines, each with its end. A character is a byte, so that whatever the encoding is
 * nothing is lost.
 *
 * @param base in the tree that the patch was written for
 * @param ours the same, patched
 * @param theirs in the new tree
 */
record ThreeTexts(List<String> base, List<String> ours, List<String> theirs) {

    static ThreeTexts of(byte[] base, byte[] ours, byte[] theirs) {
        return new ThreeTexts(lines(base), lines(ours), lines(theirs));
    }

    /** All lines in another form. */
    ThreeTexts as(UnaryOperator<String> form) {
        return new ThreeTexts(
                base.stream().map(form).toList(),
                ours.stream().map(form).toList(),
                theirs.stream().map(form).toList());
    }

    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }

    static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The lines as a person reads them. */
    static String shown(List<String> lines) {
        return new String(bytes(lines), StandardCharsets.UTF_8);
    }
}
