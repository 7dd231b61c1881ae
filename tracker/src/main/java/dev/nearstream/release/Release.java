package dev.nearstream.release;

import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upstream release that a recipe's update rules admit.
 *
 * @param name as its source writes it
 * @param tag in the upstream's repository; null for a branch's head, and where a list of versions names one that the
 *     recipe checks out by no tag
 * @param commit the tag's, or the branch's head; null where unknown
 * @param version after all filters and transforms
 * @param date where known
 */
public record Release(
        String name,
        @Nullable Tag tag,
        @Nullable String commit,
        Version version,
        @Nullable Instant date) {

    /** The release that a tag names. */
    public Release(Tag tag, Version version, @Nullable Instant date) {
        this(tag.name(), tag, tag.commit(), version, date);
    }
}
