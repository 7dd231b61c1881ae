package dev.nearstream.pull;

import dev.nearstream.bump.branch.CommitMessage;
import dev.nearstream.bump.branch.FileChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has come of planning a wish. */
public sealed interface Prepared {

    /**
     * It can be proposed.
     *
     * @param blocked whether a delta conflicts: it would not build as it is
     * @param draft whether a person must look before it may be merged
     * @param reviewers the owners, as CODEOWNERS names them
     */
    record Ready(
            List<FileChange> changes,
            CommitMessage message,
            String body,
            boolean blocked,
            boolean draft,
            List<String> reviewers)
            implements Prepared {
        public Ready {
            changes = List.copyOf(changes);
            reviewers = List.copyOf(reviewers);
        }
    }

    /** It cannot, for this reason; {@code body} says more where a person can do something, else null. */
    record Unfit(String reason, @Nullable String body) implements Prepared {}
}
