package dev.nearstream.release;

import dev.nearstream.upstream.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source lists, before any rule has judged it.
 *
 * @param name as the source writes it: a tag's name, or a version; text from outside
 * @param tag in the upstream's repository, where one is known to be meant
 * @param commit that is meant; the tag's where there is one; else null where unknown
 * @param date of the release where the source says it; tags are dated when it matters
 * @param prerelease whether the source itself calls it one
 * @param flaw why it is no release whatever the rules say, or null
 */
public record Candidate(
        String name,
        @Nullable Tag tag,
        @Nullable String commit,
        @Nullable Instant date,
        boolean prerelease,
        @Nullable String flaw) {

    /** A tag, to be dated by its objects. */
    public static Candidate of(Tag tag) {
        return new Candidate(tag.name(), tag, tag.commit(), null, false, null);
    }

    /** A version that a list names, and nothing more. */
    public static Candidate named(String version) {
        return new Candidate(version, null, null, null, false, null);
    }

    /** The same with the tag that was found for it. */
    Candidate at(Tag found) {
        return new Candidate(name, found, found.commit(), date, prerelease, flaw);
    }

    /** The same, and no release for this reason. */
    Candidate flawed(String why) {
        return new Candidate(name, tag, commit, date, prerelease, why);
    }
}
