package dev.nearstream.pull;

import dev.nearstream.store.AssessedDelta;
import dev.nearstream.upstream.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of all that a pull request is made from, dates apart: points grow with the days, and a pull request that is
 * edited each night for that alone is a nuisance to all who watch it. Where it is what it was, nothing need be planned.
 */
final class WishInputs {
    /** Rises whenever the same input may give another commit or another text. */
    private static final int RULES = 1;

    private final MessageDigest digest = Hashes.sha256();

    private WishInputs() {}

    /**
     * In hex.
     *
     * @param recipe the recipe's bytes: its comments are no part of the outcome's fingerprint
     * @param settings that the commit and the text follow, in words
     */
    static String hash(Wish wish, byte[] recipe, List<String> settings) {
        WishInputs inputs = new WishInputs();
        inputs.add("rules " + RULES);
        inputs.add(wish.bump().toString());
        inputs.add("rebuild %s shared %s".formatted(wish.rebuild(), wish.shared()));
        inputs.add(wish.outcome().fingerprint());
        inputs.add(wish.outcome().lag().newestVersion() + " "
                + wish.outcome().lag().newestCommit());
        for (AssessedDelta delta : wish.outcome().deltas()) {
            inputs.add("%s %s %s".formatted(delta.id(), delta.decided(), delta.background()));
        }
        inputs.digest.update(recipe);
        settings.forEach(inputs::add);
        return HexFormat.of().formatHex(inputs.digest.digest());
    }

    private void add(String text) {
        digest.update((text.length() + ":" + text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
