package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.release.Listing;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A hash of all that an outcome is made from, dates apart: the recipe, its patches' bytes, upstream's tags and the
 * branches it builds from, and the version of our own rules. Where it is what it was, nothing need be assessed again.
 */
final class Fingerprint {
    /** Rises whenever the same input may give another outcome. */
    private static final int RULES = 7;

    private final MessageDigest digest = sha256();

    /** A hash of our own rules and of something else that outcomes depend on. */
    static String ofRules(String beside) {
        String text = "rules %d engine %d %s".formatted(RULES, PatchEngine.VERSION, beside);
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    Fingerprint(Recipe recipe, RecipeDeltas deltas) {
        add("rules %d engine %d".formatted(RULES, PatchEngine.VERSION));
        add(recipe.toString());
        for (Delta delta : deltas.deltas()) {
            add(
                    delta instanceof Delta.PatchFile patch
                            ? patch.contentHash()
                            : delta.facts().id());
        }
        deltas.problems().forEach(problem -> add(problem.toString()));
    }

    /** Adds what upstream's refs say that matters: all tags, and the head that a checkout names. */
    void add(String url, Refs refs, Map<String, String> tagHashes) {
        add(url);
        add(tagHashes.computeIfAbsent(url, unused -> hash(refs)));
    }

    /** Adds what a list of releases says beside the refs. */
    void add(Listing listing) {
        add(listing.digest());
    }

    void add(Checkout checkout, Refs refs) {
        add(Revisions.packaged(checkout, refs).map(Revision::commit).orElse("none"));
    }

    /** Adds the default branch's head, where verdicts at it are given. */
    void addHead(Refs refs) {
        add(Revisions.head(refs).map(Revision::commit).orElse("none"));
    }

    /** Adds a file that a delta reads beside the recipe. */
    void addFile(String path, byte[] bytes) {
        MessageDigest of = sha256();
        add(path + " " + HexFormat.of().formatHex(of.digest(bytes)));
    }

    void unknown(Checkout checkout) {
        add("unknown " + checkout.repository().value());
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        digest.update((text.length() + ":" + text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** For the hashes of upstreams that several packages share. */
    static Map<String, String> memory() {
        return new ConcurrentHashMap<>();
    }

    private static String hash(Refs refs) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, Tag> tag : new TreeMap<>(refs.tags()).entrySet()) {
            digest.update((tag.getKey() + " " + tag.getValue().object() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
