package dev.nearstream.tracker;

import dev.nearstream.recipe.Recipe;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the comment behind {@code epoch:}: the reason of the last rebuild. A new version sets the epoch to 0, and the
 * comment is usually left standing.
 */
final class EpochReason {
    private static final Pattern ADVISORY = Pattern.compile(
            "\\b(?:CVE-\\d{4}-\\d{4,}|GHSA(?:-[0-9a-z]{4}){3}|GO-20\\d\\d-\\d+)", Pattern.CASE_INSENSITIVE);

    private EpochReason() {}

    /** Where the comment names an advisory, and no rebuild of this version can have been made for it. */
    static List<String> findings(Recipe recipe) {
        String comment = recipe.epochComment().strip();
        boolean rebuilt = !recipe.epoch().value().strip().equals("0");
        return rebuilt || !ADVISORY.matcher(comment).find()
                ? List.of()
                : List.of(
                        "the comment behind epoch 0 is of an earlier version, or of this version's update: this version"
                                + " has not been rebuilt; it says: " + comment);
    }
}
