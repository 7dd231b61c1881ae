package dev.nearstream.delta.shell;

/** A position in a script that knows its line. */
final class Cursor {
    /** What stands behind the end. */
    static final char END = '\0';

    private static final int LONGEST_VARIABLE = 256;

    private final String text;
    private int position;
    private int line;

    Cursor(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int position() {
        return position;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, position);
    }

    /** The next character, passed; {@link #END} at the end. */
    char next() {
        if (atEnd()) {
            return END;
        }
        char passed = text.charAt(position++);
        if (passed == '\n') {
            line++;
        }
        return passed;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    String since(int start) {
        return text.substring(start, position);
    }

    /** The same; {@code known} itself where it is equal. */
    String since(int start, String known) {
        return known.length() == position - start && text.startsWith(known, start) ? known : since(start);
    }

    /** The rest of the line, passed; the line's end is not. */
    String restOfLine() {
        int end = text.indexOf('\n', position);
        String rest = text.substring(position, end < 0 ? text.length() : end);
        position += rest.length();
        return rest;
    }

    /** Passes blanks and line continuations. */
    void skipBlanks() {
        while (true) {
            char c = peek();
            if ((c == ' ' || c == '\t' || c == '\r') && !atEnd()) {
                next();
            } else if (c == '\\' && peek(1) == '\n') {
                skip(2);
            } else if (c == '\\' && peek(1) == '\r' && peek(2) == '\n') {
                skip(3);
            } else {
                return;
            }
        }
    }

    /** Where {@code wanted} stands next on this line and not far away, as a distance from here; negative if nowhere. */
    int distanceOnLine(String wanted) {
        int limit = Math.min(text.length(), position + LONGEST_VARIABLE);
        for (int at = position; at < limit && text.charAt(at) != '\n'; at++) {
            if (text.startsWith(wanted, at)) {
                return at - position;
            }
        }
        return -1;
    }
}
