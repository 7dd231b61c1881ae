package dev.nearstream.delta.pin.version;

/** Numbers of any length, in decimal digits. */
final class Digits {
    private Digits() {}

    /** Their order as numbers, leading zeros left out. */
    static int compare(String one, String other) {
        String left = stripped(one);
        String right = stripped(other);
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    /** Without leading zeros: {@code 007} is {@code 7}, {@code 000} is {@code 0}. */
    static String stripped(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
