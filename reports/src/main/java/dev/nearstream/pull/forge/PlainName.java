package dev.nearstream.pull.forge;

import dev.nearstream.upstream.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A branch's or a key's name as the name of files, without an ending: another for every other, and none leads out of its
 * directory or is hidden. A slash is {@code ~}, which no branch may have (git check-ref-format).
 */
final class PlainName {
    /** File systems take 255 bytes; the endings and a temporary name's beginning come on top. */
    private static final int LONGEST = 160;

    private static final int KEPT = 120;
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+@=,-";
    private static final Pattern SAFE = Pattern.compile("(?![.-])[A-Za-z0-9._+@=,%~-]{1,200}");

    private PlainName() {}

    static String of(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean hides = safe.isEmpty() && (c == '.' || c == '-');
            if (c == '/' && !safe.isEmpty()) {
                safe.append('~');
            } else if (PLAIN.indexOf(c) >= 0 && !hides) {
                safe.append(c);
            } else {
                safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        if (safe.isEmpty()) {
            return "%";
        }
        return safe.length() <= LONGEST ? safe.toString() : safe.substring(0, KEPT) + "~~" + hash(name);
    }

    /** Whether it may be the name of a file of ours. */
    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    private static String hash(String name) {
        return Hashes.of(name).substring(0, 16);
    }
}
