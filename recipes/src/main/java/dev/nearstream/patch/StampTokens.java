package dev.nearstream.patch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a time stamp into numbers, words and signs, as gnulib's {@code parse_datetime} does: text in parentheses is
 * skipped, a sign belongs to the number behind it and is dropped without one, words have no case, and only those that
 * name a month, a day, a time zone or half of the day are known.
 */
final class StampTokens {
    private static final int MOST_DIGITS = 17;
    private static final List<String> MONTHS = List.of(
            "JANUARY",
            "FEBRUARY",
            "MARCH",
            "APRIL",
            "MAY",
            "JUNE",
            "JULY",
            "AUGUST",
            "SEPTEMBER",
            "OCTOBER",
            "NOVEMBER",
            "DECEMBER",
            "SEPT");
    private static final List<String> DAYS = List.of(
            "SUNDAY",
            "MONDAY",
            "TUESDAY",
            "TUES",
            "WEDNESDAY",
            "WEDNES",
            "THURSDAY",
            "THUR",
            "THURS",
            "FRIDAY",
            "SATURDAY");
    /** Minutes to the east of Greenwich; a daylight saving time counts with its hour. */
    private static final Map<String, Integer> ZONES = zones("GMT 0 UT 0 UTC 0 WET 0 WEST 60 BST 60 ART -180 BRT -180"
            + " BRST -120 NST -210 NDT -150 AST -240 ADT -180 CLT -240 CLST -180 EST -300 EDT -240 CST -360 CDT -300"
            + " MST -420 MDT -360 PST -480 PDT -420 AKST -540 AKDT -480 HST -600 HAST -600 HADT -540 SST -720 WAT 60"
            + " CET 60 CEST 120 MET 60 MEZ 60 MEST 120 MESZ 120 EET 120 EEST 180 CAT 120 SAST 120 EAT 180 MSK 180"
            + " MSD 240 IST 330 SGT 480 KST 540 JST 540 GST 600 NZST 720 NZDT 780");

    private final String text;
    private int at;

    StampTokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        NUMBER,
        /** A number behind a sign. */
        SIGNED,
        DECIMAL,
        MONTH,
        DAY,
        ZONE,
        /** {@code am} is 0 and {@code pm} is 1. */
        HALF,
        /** The word {@code DST}. */
        SUMMER,
        /** A single character, which is the value. */
        SIGN,
        END
    }

    /**
     * One token.
     *
     * @param value the number with its sign, the month from 1, the zone's minutes, the character; for a fraction the
     *     whole seconds
     * @param digits how many digits the number is written with
     */
    record Token(Kind kind, long value, int digits) {
        boolean is(char sign) {
            return kind == Kind.SIGN && value == sign;
        }
    }

    /** The next token; {@code null} at a word or number that is not known. */
    @Nullable
    Token next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (NameReader.isSpace(c)) {
                at++;
            } else if (c == '(') {
                skipComment();
            } else if (Digits.isDigit(c) || c == '+' || c == '-') {
                int sign = c == '-' ? -1 : 1;
                boolean signed = !Digits.isDigit(c);
                for (at += signed ? 1 : 0; signed && at < text.length() && NameReader.isSpace(peek(0)); at++) {
                    // blanks between sign and number
                }
                if (Digits.isDigit(peek(0))) {
                    return number(sign, signed);
                }
            } else if (isLetter(c)) {
                int start = at;
                while (isLetter(peek(0)) || peek(0) == '.') {
                    at++;
                }
                return word(text.substring(start, at).toUpperCase(Locale.ROOT));
            } else {
                at++;
                return new Token(Kind.SIGN, c, 0);
            }
        }
        return new Token(Kind.END, 0, 0);
    }

    private @Nullable Token number(int sign, boolean signed) {
        int start = at;
        long value = 0;
        for (; Digits.isDigit(peek(0)); at++) {
            value = 10 * value + (peek(0) - '0');
            if (at - start >= MOST_DIGITS) {
                return null;
            }
        }
        int digits = at - start;
        if ((peek(0) == '.' || peek(0) == ',') && Digits.isDigit(peek(1))) {
            for (at++; Digits.isDigit(peek(0)); at++) {
                // a fraction of a second
            }
            return new Token(Kind.DECIMAL, sign * value, digits);
        }
        return new Token(signed ? Kind.SIGNED : Kind.NUMBER, sign * value, digits);
    }

    private static @Nullable Token word(String word) {
        if (word.matches("[AP]M|[AP]\\.M\\.")) {
            return new Token(Kind.HALF, word.charAt(0) == 'A' ? 0 : 1, 0);
        }
        int month = find(MONTHS, word);
        if (month >= 0) {
            return new Token(Kind.MONTH, month == MONTHS.size() - 1 ? 9 : month + 1, 0);
        }
        if (find(DAYS, word) >= 0) {
            return new Token(Kind.DAY, 0, 0);
        }
        if (word.equals("DST")) {
            return new Token(Kind.SUMMER, 0, 0);
        }
        if (word.equals("T")) {
            return new Token(Kind.SIGN, 'T', 0);
        }
        Integer zone = ZONES.get(word.replace(".", ""));
        return zone == null ? null : new Token(Kind.ZONE, zone, 0);
    }

    private static int find(List<String> names, String word) {
        boolean shortened = word.length() == 3 || (word.length() == 4 && word.charAt(3) == '.');
        for (int i = 0; i < names.size(); i++) {
            if (shortened
                    ? names.get(i).startsWith(word.substring(0, 3))
                    : names.get(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private void skipComment() {
        int depth = 0;
        do {
            depth += peek(0) == '(' ? 1 : peek(0) == ')' ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    /** The named zones, and the military ones: A to I, K to M to the west, N to Y to the east. */
    private static Map<String, Integer> zones(String table) {
        Map<String, Integer> zones = new HashMap<>();
        String[] words = table.split(" ", 0);
        for (int i = 0; i < words.length; i += 2) {
            zones.put(words[i], Integer.parseInt(words[i + 1]));
        }
        String west = "ABCDEFGHIKLM";
        String east = "NOPQRSTUVWXY";
        for (int i = 0; i < 12; i++) {
            zones.put(west.substring(i, i + 1), -60 * (i + 1));
            zones.put(east.substring(i, i + 1), 60 * (i + 1));
        }
        zones.put("Z", 0);
        return Map.copyOf(zones);
    }
}
