package dev.nearstream.pull.forge;

import dev.nearstream.pull.PullRequest;
import java.util.Set;

/**
 * A pull request or an issue, with all that a change of it is decided by.
 *
 * @param id what the forge calls it where the number is not enough; else empty
 * @param base the branch that it is to be merged into; empty for an issue
 * @param labels by name
 * @param reviewers who have been asked: user names, and teams' names
 */
record Standing(PullRequest pull, String id, String base, String body, Set<String> labels, Set<String> reviewers) {

    Standing {
        labels = Set.copyOf(labels);
        reviewers = Set.copyOf(reviewers);
    }

    String number() {
        return pull.number();
    }
}
