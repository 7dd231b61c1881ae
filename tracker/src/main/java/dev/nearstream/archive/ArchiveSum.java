package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An archive's sum.
 *
 * @param hex in lower case, as long as the algorithm has it
 */
public record ArchiveSum(Algorithm algorithm, String hex) {
    /** What stands in the message where a file has another sum than its recipe says. */
    public static final String MISMATCH = ", the recipe expects ";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    /** What melange's fetch knows. */
    public enum Algorithm {
        SHA256("SHA-256", 64),
        SHA512("SHA-512", 128);

        private final String java;
        private final int digits;

        Algorithm(String java, int digits) {
            this.java = java;
            this.digits = digits;
        }

        /** As recipes write it: {@code sha256}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A sum.
     *
     * @throws IllegalArgumentException where it is no sum of the algorithm
     */
    public ArchiveSum {
        if (hex.length() != algorithm.digits || !HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("expected-%s is '%s'; %d hexadecimal digits would be right"
                    .formatted(algorithm, hex, algorithm.digits));
        }
    }

    /**
     * A recipe's.
     *
     * @throws IllegalArgumentException where it is no sum of the algorithm
     */
    public static ArchiveSum of(Algorithm algorithm, String text) {
        return new ArchiveSum(algorithm, text.strip().toLowerCase(Locale.ROOT));
    }

    /** The file's sum. */
    static ArchiveSum of(Algorithm algorithm, Path file) throws IOException {
        MessageDigest digest = digest(algorithm);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            int count = in.read(buffer);
            while (count >= 0) {
                digest.update(buffer, 0, count);
                count = in.read(buffer);
            }
        }
        return new ArchiveSum(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    /** SHA-256 of a text, for a file's name. */
    static ArchiveSum ofText(String text) {
        byte[] hash = digest(Algorithm.SHA256).digest(text.getBytes(StandardCharsets.UTF_8));
        return new ArchiveSum(Algorithm.SHA256, HexFormat.of().formatHex(hash));
    }

    private static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.java);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm.java, e);
        }
    }
}
