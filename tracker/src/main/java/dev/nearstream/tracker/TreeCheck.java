package dev.nearstream.tracker;

import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.VerdictCache;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.List;

/** Patches held against one revision's own tree: a submodule is an empty directory. */
public final class TreeCheck {
    private TreeCheck() {}

    /**
     * What was found.
     *
     * @param commit the revision's
     * @param verdicts in the patches' order
     */
    public record Result(String commit, List<Verdict> verdicts) {
        public Result {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Checks patches in order, each on the tree that those before it leave.
     *
     * @param revision a full hash, a ref, or a tag's or branch's plain name
     * @throws UpstreamException where the revision cannot be read at all
     */
    public static Result check(Mirror mirror, String revision, List<SeriesPatch> patches) throws UpstreamException {
        try (SourceTree tree = mirror.tree(revision)) {
            Mount mount = new Mount(null, "", mirror, new Revision(tree.commit(), tree.commit()), false);
            Mount.Troubles troubles = new Mount.Troubles();
            try (Submodules submodules = new Submodules(url -> mirror)) {
                WorkspaceTree workspace = new WorkspaceTree(".", List.of(mount), submodules, troubles);
                List<Verdict> verdicts =
                        new PatchAssessor(VerdictCache.none()).assess(patches, workspace, tree.commit());
                return new Result(tree.commit(), verdicts);
            } finally {
                mount.close();
            }
        }
    }
}
