package dev.nearstream.store;

import dev.nearstream.history.Touch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a delta, and whom it belongs to. None of it changes a verdict.
 *
 * @param reason why it is carried, one line, or null where nothing is stated
 * @param reasonFrom where that stands: {@code patch}, {@code recipe}, or {@code commit <hash>}; that commit is named
 *     without a reason where it has been asked and told none; null where nobody asked
 * @param decision why a person keeps it whatever the verdicts say, with who and when; or null
 * @param family the same for equal and nearly equal patches of all packages, or null
 * @param advisories the CVE and GHSA ids that it is carried for, where it can be dropped; in order
 * @param touch the last change of its file in the recipe repository, or null where that is not known
 */
public record Background(
        @Nullable String reason,
        @Nullable String reasonFrom,
        @Nullable String decision,
        @Nullable String family,
        List<String> advisories,
        @Nullable Touch touch) {
    public static final Background NONE = new Background(null, null, null, null);
    private static final String COMMIT = "commit ";

    public Background {
        advisories = List.copyOf(advisories);
    }

    /** Of which no advisory and no change is known. */
    public Background(
            @Nullable String reason, @Nullable String reasonFrom, @Nullable String decision, @Nullable String family) {
        this(reason, reasonFrom, decision, family, List.of(), null);
    }

    /** The hash of the commit that brought it, where that has been asked for the reason. */
    public @Nullable String commit() {
        return reasonFrom != null && reasonFrom.startsWith(COMMIT) ? reasonFrom.substring(COMMIT.length()) : null;
    }

    /** {@code reasonFrom} for a commit. */
    public static String from(String commit) {
        return COMMIT + commit;
    }
}
