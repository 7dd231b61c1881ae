package dev.nearstream.store;

import java.nio.charset.StandardCharsets;

/**
 * Text from outside, as every database takes it: PostgreSQL refuses NUL and lone surrogates, H2 strings of more than
 * 1,048,576 characters, and PostgreSQL's index keys of more than 2,704 bytes.
 */
final class Texts {
    /** Longer strings are cut. */
    static final int LONGEST = 100_000;

    private static final int LONGEST_KEY = 400;
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text with U+FFFD for what cannot be stored, cut at {@link #LONGEST} characters. */
    static String clean(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(cut, i);
            }
        }
        return cut;
    }

    private static String replaced(String text, int from) {
        StringBuilder result = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                result.setCharAt(i, REPLACEMENT);
            }
        }
        return result.toString();
    }

    /** The text as a key of an index: clean, and where it is long, its beginning and its hash. */
    static String key(String text) {
        if (text.length() <= LONGEST_KEY) {
            return clean(text);
        }
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return clean(text.substring(0, LONGEST_KEY)) + "…"
                + new Digest().add(all).hex();
    }
}
