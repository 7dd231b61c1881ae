package dev.nearstream.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file names of header lines.
 *
 * <p>GNU patch's rules: a name may be quoted as a C string; an unquoted one ends at the first blank, unless a tab comes
 * later in the line (then it may hold blanks); the rest is the time stamp. {@code /dev/null} is no name and says that
 * the file does not exist.
 */
final class NameReader {
    private static final String ESCAPES = "abfnrtv\\\"";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";

    private final String text;
    private int at;

    private NameReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The name of a line {@code ---}, {@code +++}, {@code ***} or {@code Index:}; empty where GNU patch passes over the line. */
    static Optional<NameLine> single(NameLine.Kind kind, String text, int start) {
        NameReader reader = new NameReader(text, start);
        boolean index = kind == NameLine.Kind.INDEX;
        reader.skipSpaces();
        String name = reader.peek() == '"' ? reader.quoted() : reader.upToStamp(index ? '\n' : '\t');
        if (name == null || (index && (name.equals("/dev/null") || reader.peek() != '\n'))) {
            return Optional.empty();
        }
        if (name.equals("/dev/null")) {
            return Optional.of(new NameLine(kind, null, null, NameLine.Stamp.EPOCH));
        }
        NameLine.Stamp stamp =
                reader.peek() == '\n' ? NameLine.Stamp.NONE : StampReader.read(text.substring(reader.at));
        return Optional.of(new NameLine(kind, decode(name), null, stamp));
    }

    /** The two names of a {@code diff --git} line, which hold no blanks unless quoted; both {@code null} where it has not just two. */
    static NameLine git(String text, int start) {
        NameReader reader = new NameReader(text, start);
        String oldName = reader.word();
        String newName = oldName != null && isSpace(reader.peek()) ? reader.word() : null;
        reader.skipSpaces();
        if (oldName == null || newName == null || reader.peek() != 0) {
            return new NameLine(NameLine.Kind.GIT, null, null, NameLine.Stamp.NONE);
        }
        return new NameLine(NameLine.Kind.GIT, decode(oldName), decode(newName), NameLine.Stamp.NONE);
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static String decode(String name) {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private char peek() {
        return charAt(at);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private void skipSpaces() {
        while (isSpace(peek())) {
            at++;
        }
    }

    private @Nullable String word() {
        skipSpaces();
        if (peek() == '"') {
            return quoted();
        }
        int start = at;
        while (peek() != 0 && !isSpace(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    private String upToStamp(char later) {
        int start = at;
        int last = text.lastIndexOf(later);
        for (; peek() != 0; at++) {
            if (isSpace(peek())) {
                int space = at;
                while (charAt(space) != '\t' && isSpace(charAt(space + 1))) {
                    space++;
                }
                if (charAt(space) == '\t' || last <= space) {
                    break;
                }
                at = space;
            }
        }
        return text.substring(start, at);
    }

    private @Nullable String quoted() {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (at++; ; ) {
            char c = charAt(at++);
            if (c == 0) {
                return null;
            }
            if (c == '"') {
                return cutAtNul(name.toString(StandardCharsets.ISO_8859_1));
            }
            if (c != '\\') {
                name.write(c);
                continue;
            }
            int escaped = escape();
            if (escaped < 0) {
                return null;
            }
            name.write(escaped);
        }
    }

    private int escape() {
        char c = charAt(at++);
        int known = ESCAPES.indexOf(c);
        if (c != 0 && known >= 0) {
            return ESCAPED.charAt(known);
        }
        if (c < '0' || c > '3' || !isOctal(charAt(at)) || !isOctal(charAt(at + 1))) {
            return -1;
        }
        at += 2;
        return (c - '0') << 6 | (charAt(at - 2) - '0') << 3 | (charAt(at - 1) - '0');
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private static String cutAtNul(String name) {
        int nul = name.indexOf('\0');
        return nul < 0 ? name : name.substring(0, nul);
    }
}
