package dev.nearstream.pull;

import dev.nearstream.bump.branch.CommitMessage;
import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.delta.Evidence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has come of planning a wish. */
public sealed interface Prepared {

    /** A text that stands behind what several packages share. */
    interface Part {

        /** What says that upstream has a patch, by the patch's path; empty where nothing does. */
        default List<Evidence> evidence(String patch) {
            return List.of();
        }

        /**
         * In markdown.
         *
         * @param shown patches, by their paths, whose evidence stands there already
         */
        String of(Set<String> shown);
    }

    /**
     * It can be proposed.
     *
     * @param blocked whether a delta conflicts: it would not build as it is
     * @param draft whether a person must look before it may be merged
     * @param reviewers the owners, as CODEOWNERS names them
     * @param part the body, where it is a part of one for several packages
     */
    record Ready(
            List<FileChange> changes,
            CommitMessage message,
            String body,
            boolean blocked,
            boolean draft,
            List<String> reviewers,
            Part part)
            implements Prepared {
        public Ready {
            changes = List.copyOf(changes);
            reviewers = List.copyOf(reviewers);
        }
    }

    /** It cannot, for this reason; {@code body} says more where a person can do something, else null. */
    record Unfit(String reason, @Nullable String body) implements Prepared {}
}
