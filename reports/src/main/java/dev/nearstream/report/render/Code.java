package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside as a code span: versions, tags, hashes, ids and places, which readers copy. A forge neither links nor
 * pings inside one, so that nothing unseen need stand between its characters. Text that could end the span or a table's
 * cell, or that a site generator reads even in code, is {@link OutsideText} instead.
 */
final class Code {
    /** A backtick ends the span, a pipe the cell, a backslash escapes either in a table; braces are for templates. */
    private static final Pattern UNSAFE = Pattern.compile("[`|\\\\{}]");

    private Code() {}

    /** One line of markdown; {@link Inline#UNKNOWN} where nothing of the text is visible. */
    static String of(@Nullable String text) {
        return of(text, VisibleText.LONGEST);
    }

    /** The same, cut after so many code points. */
    static String of(@Nullable String text, int longest) {
        String visible = text == null ? "" : VisibleText.of(text, longest);
        if (visible.isEmpty()) {
            return Inline.UNKNOWN;
        }
        return isSpan(visible) ? "`" + visible + "`" : OutsideText.of(visible, longest);
    }

    /** Whether a text can stand in a span; what cannot is text, and what stands before it may reach into it. */
    static boolean isSpan(String text) {
        return !UNSAFE.matcher(text).find();
    }

    /** A name, as text where that can be copied, else as code. */
    static String ifBroken(String name, int longest) {
        String text = OutsideText.of(name, longest);
        return text.contains(OutsideText.BREAK) ? of(name, longest) : text;
    }

    /** The same for a name of any length. */
    static String ifBroken(String name) {
        return ifBroken(name, VisibleText.LONGEST);
    }
}
