package dev.nearstream.patch;

/** Reads the numbers and signs of a hunk's header, from left to right. */
final class Digits {
    private final String text;
    private final int line;
    private int at;

    Digits(String text, int at, int line) {
        this.text = text;
        this.at = at;
        this.line = line;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    void skip() {
        at++;
    }

    boolean skipIf(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    String rest() {
        return at < text.length() ? text.substring(at) : "";
    }

    /** Whether a 0 is next, and no other digit behind it. */
    boolean isLoneZero() {
        return peek() == '0' && !(at + 1 < text.length() && isDigit(text.charAt(at + 1)));
    }

    long number() throws MalformedPatchException {
        int start = at;
        long value = 0;
        while (isDigit(peek())) {
            int digit = peek() - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw new MalformedPatchException(line, "line number is too large");
            }
            value = 10 * value + digit;
            at++;
        }
        if (start == at) {
            throw new MalformedPatchException(line, "line number is missing in the hunk's header");
        }
        return value;
    }
}
