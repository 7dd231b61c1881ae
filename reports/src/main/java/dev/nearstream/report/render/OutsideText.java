package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside, as markdown that shows it and does nothing else: no markup, no HTML, no table cell, no link, no
 * mention and no reference. The line may stand anywhere that inline text may, in a table too.
 *
 * <p>Escapes keep markdown from reading it. GitHub and GitLab look for {@code @name}, {@code #12}, {@code !12}, commit
 * hashes, addresses and emoji again, in the text that has been rendered, where no escape is left: there only a character
 * between the parts helps, and it is U+200B, which is not seen.
 */
final class OutsideText {
    /** Written as an entity, so that the file shows it. */
    static final String BREAK = "&#8203;";

    private static final char MARK = '\u200B';

    /** References of GitHub and GitLab, and every e-mail address: a domain may be of any characters. */
    private static final Pattern SIGIL = Pattern.compile("(@)(?=\\S)|([#!%~&$^])(?=[\\p{L}\\p{N}_\"])");

    private static final Pattern NAMED_ISSUE = Pattern.compile("(?i)(?<![a-z0-9])(gh-)(?=\\d)");
    private static final Pattern SCHEME = Pattern.compile("(?i)((?:[a-z][a-z0-9+.-]*|):)(?=//)|((?:mailto|xmpp|tel):)");
    private static final Pattern WWW = Pattern.compile("(?i)(www)(?=\\.)");
    private static final Pattern EMOJI = Pattern.compile("(:)(?=[\\w+-]+:)");
    private static final Pattern HASH = Pattern.compile("(?i)[0-9a-f]{7,}");
    private static final Pattern SIX = Pattern.compile("(.{6})(?=.)");

    private static final String ESCAPED = "\\`*_{}[]|~#$^";
    private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private OutsideText() {}

    /** One line of markdown; empty where nothing of the text is visible. */
    static String of(String text) {
        return first(VisibleText.of(text));
    }

    /** The same, cut after so many code points. */
    static String of(String text, int longest) {
        return first(VisibleText.of(text, longest));
    }

    /** What begins a line that {@link VisibleText} made. */
    static String first(String visible) {
        return isPlain(visible) ? visible : atLineStart(escaped(visible));
    }

    /** What goes on after a blank or a bracket in a line that {@link VisibleText} made. */
    static String rest(String visible) {
        return isPlain(visible) ? visible : escaped(visible);
    }

    private static String escaped(String visible) {
        String broken = visible;
        for (Pattern part : new Pattern[] {SIGIL, NAMED_ISSUE, SCHEME, WWW, EMOJI}) {
            broken = part.matcher(broken).replaceAll("$0" + MARK);
        }
        broken = HASH.matcher(broken)
                .replaceAll(hash ->
                        Matcher.quoteReplacement(SIX.matcher(hash.group()).replaceAll("$1" + MARK)));
        StringBuilder markdown = new StringBuilder(broken.length() * 2);
        broken.chars().forEach(c -> append(markdown, (char) c));
        return markdown.toString();
    }

    /**
     * Most names and versions: nothing in them could begin anything. Thousands of pages are made of them, and the
     * patterns above cost most of their time. Says no more often than it must ({@code mailto:} by its last letter).
     */
    private static boolean isPlain(String visible) {
        int hexadecimal = 0;
        int colons = 0;
        char before = 'w';
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            hexadecimal = Character.digit(c, 16) >= 0 ? hexadecimal + 1 : 0;
            boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
            boolean known = letterOrDigit || (i > 0 && " ./-,():".indexOf(c) >= 0);
            colons += c == ':' ? 1 : 0;
            boolean begins = hexadecimal >= 7
                    || colons > 1
                    || (c == '/' && before == ':')
                    || (c == ':' && "oplOPL".indexOf(before) >= 0)
                    || (c == '-' && (before == 'h' || before == 'H'))
                    || ((c == 'w' || c == 'W') && (before == 'w' || before == 'W'))
                    || ((c == ' ' || c == ')') && i < 11 && Character.isDigit(visible.charAt(0)));
            if (!known || begins) {
                return false;
            }
            before = c;
        }
        return visible.isEmpty() || visible.charAt(visible.length() - 1) != '.';
    }

    private static void append(StringBuilder markdown, char c) {
        if (ESCAPED.indexOf(c) >= 0) {
            markdown.append('\\').append(c);
        } else if (c == '&') {
            markdown.append("&amp;");
        } else if (c == '<') {
            markdown.append("&lt;");
        } else if (c == '>') {
            markdown.append("&gt;");
        } else if (c == MARK) {
            markdown.append(BREAK);
        } else {
            markdown.append(c);
        }
    }

    private static String atLineStart(String markdown) {
        if (!markdown.isEmpty() && "-+=:".indexOf(markdown.charAt(0)) >= 0) {
            return "\\" + markdown;
        }
        return LIST_NUMBER.matcher(markdown).replaceFirst("$1\\\\$2");
    }
}
