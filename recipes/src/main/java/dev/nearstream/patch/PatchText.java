package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;

/**
 * A patch file's bytes, read line by line.
 *
 * <p>GNU patch's rules: lines that begin with {@code #} are comments everywhere, inside hunks too; an indented patch
 * loses up to its indentation of blanks and {@code X}; a mail digest's leading {@code "- "} goes (RFC 934); a last line
 * without newline is not read at all.
 */
final class PatchText {
    private final byte[] bytes;
    private int position;
    private int line;
    private int from;
    private int to;

    PatchText(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the next line begins. */
    int position() {
        return position;
    }

    /** The number of lines read: the last one's number. */
    int line() {
        return line;
    }

    /** Where the line read last begins, blanks before it left out. */
    int from() {
        return from;
    }

    /** Where it ends, its newline not counted. */
    int to() {
        return to;
    }

    void seek(int newPosition, int linesBefore) {
        position = newPosition;
        line = linesBefore;
    }

    boolean next() {
        return next(Layout.PLAIN);
    }

    /** Reads the next line that is no comment; false at the end. */
    boolean next(Layout layout) {
        do {
            int start = skipNesting(skipIndent(position, layout.indent()), layout.nesting());
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end >= bytes.length) {
                position = bytes.length;
                return false;
            }
            from = start;
            to = end;
            position = end + 1;
            line++;
        } while (bytes[from] == '#');
        if (layout.stripCarriageReturn() && to > from && bytes[to - 1] == '\r') {
            to--;
        }
        return true;
    }

    /** Skips a line {@code \ No newline at end of file}, where there is one. */
    boolean skipIncompleteMark() {
        if (position >= bytes.length || bytes[position] != '\\') {
            return false;
        }
        while (position < bytes.length && bytes[position] != '\n') {
            position++;
        }
        position = Math.min(position + 1, bytes.length);
        line++;
        return true;
    }

    /** The line's text as the C library sees it: one character a byte, with its newline, cut at a NUL. */
    String text() {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return new String(bytes, from, i - from, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) + '\n';
    }

    private int skipIndent(int start, int indent) {
        int at = start;
        int column = 0;
        while (column < indent && at < bytes.length) {
            if (bytes[at] == ' ' || bytes[at] == 'X') {
                column++;
            } else if (bytes[at] == '\t') {
                column = (column + 8) & ~7;
            } else {
                break;
            }
            at++;
        }
        return at;
    }

    private int skipNesting(int start, int nesting) {
        int at = start;
        for (int i = 0; i < nesting && at + 1 < bytes.length && bytes[at] == '-' && bytes[at + 1] == ' '; i++) {
            at += 2;
        }
        return at;
    }

    /** How the lines of one part are set. */
    record Layout(int indent, int nesting, boolean stripCarriageReturn) {
        static final Layout PLAIN = new Layout(0, 0, false);
    }
}
