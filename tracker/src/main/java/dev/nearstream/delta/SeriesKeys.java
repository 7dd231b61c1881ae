package dev.nearstream.delta;

import dev.nearstream.patch.PatchEngine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys under which a series' verdicts are remembered: each is a hash over the engine's and the rules' version, the
 * tree, and the bytes, strip and fuzz of all patches up to and including its own.
 */
final class SeriesKeys {
    /** Rises whenever evidence or details may read otherwise for the same hunk results. */
    private static final int RULES = 5;

    private SeriesKeys() {}

    static List<String> of(List<SeriesPatch> series, String tree) {
        MessageDigest running = sha256();
        add(running, "engine %d rules %d tree %s".formatted(PatchEngine.VERSION, RULES, tree));
        List<String> keys = new ArrayList<>();
        for (SeriesPatch patch : series) {
            add(running, "patch %d %d %d".formatted(patch.strip(), patch.fuzz(), patch.bytes().length));
            running.update(patch.bytes());
            keys.add(HexFormat.of().formatHex(copy(running).digest()));
        }
        return keys;
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
