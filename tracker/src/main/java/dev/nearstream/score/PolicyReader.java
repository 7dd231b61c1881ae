package dev.nearstream.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Reads a policy file. Strict, because a weight that is silently ignored shifts every number of a distribution: every
 * key must be there once, no other may be, and {@link PolicyRules} hold.
 */
public final class PolicyReader {
    private static final String SHIPPED = "policy.yaml";

    private PolicyReader() {}

    /** The policy that is shipped. */
    public static ScoringPolicy shipped() {
        try (InputStream in = PolicyReader.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the shipped " + SHIPPED + " is missing from the jar");
            }
            return read(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The policy of a file.
     *
     * @throws PolicyException where the file cannot be read or is no policy
     */
    public static ScoringPolicy read(Path file) {
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new PolicyException(file.toString(), 0, 0, "there is no such file; name a policy's YAML file");
        } catch (IOException e) {
            throw new PolicyException(file.toString(), 0, 0, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * The policy of a file's bytes.
     *
     * @param name of the file, for messages
     * @throws PolicyException where it is no policy
     */
    public static ScoringPolicy read(String name, byte[] bytes) {
        Map<String, PolicyTokens.Weight> weights = new PolicyTokens(name).read(bytes);
        for (String key : PolicyKeys.ALL) {
            if (!weights.containsKey(key)) {
                throw new PolicyException(name, 0, 0, "the key " + key + " is missing; write it, 0 switches it off");
            }
        }
        try {
            return PolicyKeys.policy(key -> weight(weights, key).value(), hash(bytes));
        } catch (PolicyRules.BrokenRule e) {
            PolicyTokens.Weight at = weight(weights, e.key());
            throw new PolicyException(name, at.line(), at.column(), String.valueOf(e.getMessage()));
        }
    }

    private static PolicyTokens.Weight weight(Map<String, PolicyTokens.Weight> weights, String key) {
        PolicyTokens.Weight weight = weights.get(key);
        if (weight == null) {
            throw new IllegalStateException("no such key: " + key);
        }
        return weight;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
