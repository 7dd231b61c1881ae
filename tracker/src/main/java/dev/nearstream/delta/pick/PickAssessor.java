package dev.nearstream.delta.pick;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds a checkout's cherry-picks against one of upstream's revisions. They are made in order, each on what those before
 * it leave, as melange's {@code git-checkout} makes them: {@code git cherry-pick -x}, of which one that has nothing to
 * do ends the build, and so does a merge, for want of {@code -m}. Not thread-safe.
 */
public final class PickAssessor {
    /** As many picks as nobody makes one by one. */
    private static final int MANY = 20;

    private final Mirror mirror;
    private final String packaged;
    private final List<Tag> releases;

    /**
     * @param packaged the revision that the recipe checks out, as {@link Mirror#tree} takes it
     * @param releases the admitted ones in the order of their versions, for the first that has a commit; may be empty
     */
    public PickAssessor(Mirror mirror, String packaged, List<Tag> releases) {
        this.mirror = mirror;
        this.packaged = packaged;
        this.releases = List.copyOf(releases);
    }

    /**
     * What becomes of the picks, all of one checkout and in its order, at a revision: the packaged one or another.
     *
     * @throws UpstreamException where the revision's tree cannot be had at all
     */
    public PickReport assess(List<Checkout.CherryPick> picks, String revision) throws UpstreamException {
        List<String> hashes = picks.stream().map(PickAssessor::hash).toList();
        try (SourceTree base = mirror.tree(revision);
                PickHistory history = new PickHistory(mirror, packaged, revision, releases)) {
            mirror.fetchCommits(hashes);
            PickRun run = new PickRun(mirror, history, revision, base);
            picks.forEach(pick -> run.make(hash(pick), pick.branch()));
            String counts = PickReport.counts(run.assessments());
            Optional<String> snapshot = picks.size() < MANY ? Optional.empty() : history.snapshot(hashes);
            return new PickReport(
                    run.assessments(),
                    run.changes(),
                    run.doubt(),
                    snapshot.map(words -> counts + "; they are one snapshot, " + words)
                            .orElse(counts));
        }
    }

    private static String hash(Checkout.CherryPick pick) {
        return pick.commit().toLowerCase(Locale.ROOT);
    }
}
