package dev.nearstream.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over values one after the other, each with its length, so that no two lists of values share a text. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Digest add(@Nullable Object value) {
        return value == null ? length(-1) : add(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] value) {
        length(value.length);
        sha256.update(value);
        return this;
    }

    private Digest length(int length) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
        return this;
    }

    /** 64 hexadecimal digits; the digest starts anew. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
