package dev.nearstream.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes a mail header's encoded words (RFC 2047), as {@code git format-patch} writes names and subjects. */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([A-Za-z0-9_-]+)\\?([QqBb])\\?([^?\\s]*)\\?=");
    private static final Pattern BETWEEN = Pattern.compile("\\?=\\s+=\\?");

    private EncodedWords() {}

    /** The text with every encoded word decoded; a word that cannot be decoded stays. */
    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        return WORD.matcher(BETWEEN.matcher(text).replaceAll("?==?"))
                .replaceAll(match ->
                        Matcher.quoteReplacement(word(match.group(), match.group(1), match.group(2), match.group(3))));
    }

    private static String word(String whole, String charset, String encoding, String content) {
        try {
            byte[] bytes = encoding.equalsIgnoreCase("B") ? Base64.getDecoder().decode(content) : quoted(content);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException undecodable) {
            return whole;
        }
    }

    private static byte[] quoted(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '=' && i + 2 < content.length()) {
                bytes.write(Integer.parseInt(content.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
