package dev.nearstream.store;

import dev.nearstream.delta.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a patch at the head of upstream's default branch: an early warning of the next release.
 *
 * @param branch its name; null where none is known
 * @param commit its head's; null where none is known
 * @param verdict null where it was not held against it
 * @param missing why it was not, in a few words; null where it was
 * @param apart whether the branch is not known to contain the packaged release: then it is another stream's, and what is
 *     found there is no warning
 */
public record AtBranch(
        @Nullable String branch,
        @Nullable String commit,
        @Nullable Verdict verdict,
        @Nullable String missing,
        boolean apart) {

    public AtBranch {
        if ((verdict == null) == (missing == null)) {
            throw new IllegalArgumentException("either a verdict or the reason why there is none");
        }
    }

    /** Where no branch could be looked at. */
    public static AtBranch missing(String why) {
        return new AtBranch(null, null, null, why, false);
    }
}
