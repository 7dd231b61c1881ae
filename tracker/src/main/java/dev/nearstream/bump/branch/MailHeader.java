package dev.nearstream.bump.branch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of a mail's header, folded (RFC 5322), and in encoded words where they are not plain ASCII (RFC 2047). */
final class MailHeader {
    private static final int WIDTH = 78;
    /** Of the whole encoded word. */
    private static final int LONGEST_WORD = 75;

    private static final String WORD_BEGINS = "=?UTF-8?q?";
    private static final String WORD_ENDS = "?=";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailHeader() {}

    /** In UTC. */
    static String date(Instant when) {
        return DATE.format(when.atOffset(ZoneOffset.UTC));
    }

    /** {@code Name <mail>}, the name quoted or encoded where it must be. */
    static String address(String name, String mail) {
        String words = isPlain(name) ? quoted(name) : words(name, "From: ".length());
        int last = words.length() - words.lastIndexOf('\n') - 1;
        boolean fits = last + mail.length() + " <>".length() <= LONGEST_WORD;
        return words + (fits ? " <" : "\n <") + mail + ">";
    }

    private static String quoted(String name) {
        boolean special = name.chars().anyMatch(c -> "()<>[]:;@\\,.\"".indexOf(c) >= 0);
        return special ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : name;
    }

    /** The header with its text, on as many lines as it needs. */
    static String folded(String header, String text) {
        if (!isPlain(text)) {
            return header + words(text, header.length());
        }
        StringBuilder line = new StringBuilder(header);
        int column = header.length();
        boolean first = true;
        for (String word : text.split(" ", -1)) {
            if (first) {
                line.append(word);
                column += word.length();
                first = false;
            } else if (column + 1 + word.length() > WIDTH) {
                line.append("\n ").append(word);
                column = 1 + word.length();
            } else {
                line.append(' ').append(word);
                column += 1 + word.length();
            }
        }
        return line.toString();
    }

    private static boolean isPlain(String text) {
        return !text.contains("=?") && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** Whole characters in each word: what stands between two words is no part of the text. */
    private static String words(String text, int column) {
        StringBuilder words = new StringBuilder(WORD_BEGINS);
        int length = column + WORD_BEGINS.length();
        for (int c : text.codePoints().toArray()) {
            String encoded = encoded(c);
            if (length + encoded.length() + WORD_ENDS.length() > LONGEST_WORD) {
                words.append(WORD_ENDS).append("\n ").append(WORD_BEGINS);
                length = 1 + WORD_BEGINS.length();
            }
            words.append(encoded);
            length += encoded.length();
        }
        return words.append(WORD_ENDS).toString();
    }

    private static String encoded(int c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            return Character.toString(c);
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            encoded.append("=%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }
}
