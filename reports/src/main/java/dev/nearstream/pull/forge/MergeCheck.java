package dev.nearstream.pull.forge;

import dev.nearstream.pull.PullRequest;

/** Who knows whether a branch was merged, where pull requests are files and no forge says so. */
@FunctionalInterface
public interface MergeCheck {
    /** Nobody. */
    MergeCheck NOBODY_KNOWS = (pull, base) -> false;

    /**
     * Whether the branch has come to have what the pull request proposes.
     *
     * @param base the branch that it is to be merged into
     */
    boolean isMerged(PullRequest pull, String base);
}
