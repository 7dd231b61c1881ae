package dev.nearstream.pull;

import dev.nearstream.bump.branch.CommitIdentity;
import java.util.List;

/**
 * The bot's manners.
 *
 * @param prefix that the names of its branches begin with
 * @param base the branch that pull requests go into
 * @param labels on each pull request
 * @param perRun how many are opened in one run at the most
 * @param mostOpen how many may be open at once
 * @param conflicts what becomes of a bump that a person must look at first
 */
public record BotSettings(
        CommitIdentity identity,
        String prefix,
        String base,
        List<String> labels,
        int perRun,
        int mostOpen,
        Conflicts conflicts) {

    /** What becomes of a bump that a person must look at first. */
    public enum Conflicts {
        /** a draft */
        DRAFT,
        /** an issue that says what stands in the way */
        ISSUE,
        /** nothing but a line on the dashboard */
        NOTHING
    }

    public BotSettings {
        labels = List.copyOf(labels);
    }
}
