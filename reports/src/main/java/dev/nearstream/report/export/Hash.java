package dev.nearstream.report.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for things that stay the same from night to night. */
final class Hash {
    private Hash() {}

    /** 32 hexadecimal digits of the texts, in their order. */
    static String of(String... texts) {
        try {
            byte[] all = String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
