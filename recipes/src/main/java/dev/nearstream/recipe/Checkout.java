package dev.nearstream.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code uses: git-checkout} step (melange's {@code pipelines/git-checkout.yaml}).
 *
 * @param step the step
 * @param repository the URL as the recipe gives it, substituted; nobody has judged it yet
 * @param tag or null
 * @param branch or null
 * @param expectedCommit a commit's hash, or an annotated tag's own; or null
 * @param directory where the tree is laid, relative to {@code /home/build}, normalized; {@code "."} by default
 * @param cherryPicks in the recipe's order
 */
public record Checkout(
        PipelineStep step,
        Text repository,
        @Nullable Text tag,
        @Nullable Text branch,
        @Nullable Text expectedCommit,
        String directory,
        boolean recurseSubmodules,
        List<CherryPick> cherryPicks)
        implements Source {

    public Checkout {
        cherryPicks = List.copyOf(cherryPicks);
    }

    /** {@code [branch/]hash: comment}; {@code branch} may be {@code pull/165/head}, and is null where not given. */
    public record CherryPick(Position at, @Nullable String branch, String commit, String comment) {}
}
