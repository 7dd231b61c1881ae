package dev.nearstream.delta.pick;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessment.State;
import dev.nearstream.delta.Evidence;
import dev.nearstream.patch.TreeChanges;
import dev.nearstream.upstream.Change;
import dev.nearstream.upstream.Containment;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One series of picks, made one after another on one tree. Not thread-safe. */
final class PickRun {
    private final Mirror mirror;
    private final PickHistory history;
    private final String revision;
    private final List<Assessment> assessments = new ArrayList<>();
    private final Set<String> unsure = new HashSet<>();
    private boolean allUnsure;
    private PickTree tree;
    private String doubt = "";

    PickRun(Mirror mirror, PickHistory history, String revision, SourceTree base) {
        this.mirror = mirror;
        this.history = history;
        this.revision = revision;
        this.tree = new PickTree(base);
    }

    /** @param branch that the commit is said to be on, or null */
    void make(String hash, @Nullable String branch) {
        Assessment assessment;
        try (SourceCommit commit = mirror.commit(hash, branch)) {
            assessment = commit.change().isMerge() ? merge(commit.change()) : made(commit);
        } catch (UpstreamException e) {
            allUnsure = true;
            assessment = Assessment.unknown(String.valueOf(e.getMessage()));
        }
        boolean lost = assessment.state() == State.BROKEN || assessment.state() == State.UNKNOWN;
        if (lost && doubt.isEmpty()) {
            doubt = "the pick of %s is %s: %s"
                    .formatted(brief(hash), assessment.state().name().toLowerCase(Locale.ROOT), assessment.reason());
        }
        assessments.add(assessment);
    }

    private Assessment merge(Change change) {
        return Assessment.broken("%s is a merge of %d parents, which git picks with -m alone"
                .formatted(brief(change.commit()), change.parents().size()));
    }

    private Assessment made(SourceCommit commit) throws UpstreamException {
        PickMerge.Result result = PickMerge.of(commit, tree);
        if (result.isEmpty()) {
            return empty(commit, result);
        }
        if (result.clashes().isEmpty()) {
            int files = result.changes().size();
            tree = tree.with(result.changes());
            return Assessment.needed("picks cleanly on %s, and changes %d %s"
                    .formatted(brief(revision), files, files == 1 ? "file" : "files"));
        }
        Assessment assessment = clashing(commit, result);
        if (assessment.state() != State.DROPPABLE) {
            unsure.addAll(result.paths());
        }
        return assessment;
    }

    /** Git would make nothing of it, and end the build. */
    private Assessment empty(SourceCommit commit, PickMerge.Result result) throws UpstreamException {
        Change change = commit.change();
        if (result.paths().stream().anyMatch(unsure::contains)) {
            return Assessment.unknown("it has nothing to do where a pick before it could not be made");
        }
        boolean byOthers = result.paths().stream().anyMatch(tree::isChanged)
                && !PickMerge.of(commit, new PickTree(tree.base())).isEmpty();
        if (byOthers) {
            return droppable(history.evidence(
                    Evidence.Kind.MERGES_TO_NOTHING, change, "the picks before it have made the same change"));
        }
        Containment contained = history.contained(change);
        if (contained.yes()) {
            return droppable(
                    history.evidence(Evidence.Kind.COMMIT_CONTAINED, change, brief(revision) + " contains the commit"));
        }
        return history.equal(change, result.paths())
                .map(equal -> droppable(history.evidence(
                        Evidence.Kind.SAME_CHANGE,
                        equal,
                        "%s has the same change as commit %s".formatted(brief(revision), brief(equal.commit())))))
                .orElseGet(() -> droppable(history.evidence(
                        Evidence.Kind.MERGES_TO_NOTHING,
                        change,
                        brief(revision) + " has all of the commit's changes already")));
    }

    private static Assessment droppable(Evidence evidence) {
        return Assessment.droppable(evidence.detail() + "; the pick would be empty, which ends the build", evidence);
    }

    private Assessment clashing(SourceCommit commit, PickMerge.Result result) throws UpstreamException {
        Change change = commit.change();
        String where = result.clashes().get(0).words()
                + (result.clashes().size() == 1
                        ? ""
                        : " (and %d more)".formatted(result.clashes().size() - 1));
        if (allUnsure || result.paths().stream().anyMatch(unsure::contains)) {
            return Assessment.unknown("a pick before it could not be made, and it conflicts: " + where);
        }
        boolean contained = history.contained(change).yes();
        boolean changedByOthers = result.paths().stream().anyMatch(tree::isChanged);
        if (contained && !result.open() && !changedByOthers && history.arrivedWhole(commit, result.paths())) {
            Evidence evidence = history.evidence(
                    Evidence.Kind.COMMIT_CONTAINED,
                    change,
                    brief(revision) + " contains the commit, and has changed the same lines further since");
            return Assessment.droppable(evidence.detail() + "; the pick conflicts: " + where, evidence);
        }
        return conflict(change, result.paths(), contained, where);
    }

    private Assessment conflict(Change change, List<String> paths, boolean contained, String where) {
        if (contained) {
            String since = history.revert(change, paths)
                    .map(revert -> "commit %s took it back".formatted(brief(revert.commit())))
                    .orElse("not all of its change is there any more");
            return Assessment.broken(
                    "the pick conflicts: %s; %s contains the commit, but %s".formatted(where, brief(revision), since));
        }
        // By what its message says: no reason to drop a pick whose content is not there.
        String hint = history.equal(change, paths)
                .map(equal -> "; commit %s may be the same change in another form".formatted(brief(equal.commit())))
                .orElse("");
        return Assessment.broken("the pick conflicts: " + where + hint);
    }

    List<Assessment> assessments() {
        return assessments;
    }

    /** Why what follows may see another tree than the build's; empty where it does not. */
    String doubt() {
        return doubt;
    }

    TreeChanges changes() throws UpstreamException {
        return tree.changes();
    }

    static String brief(String revision) {
        return revision.matches("[0-9a-f]{40}")
                ? revision.substring(0, 12)
                : revision.replaceFirst("^refs/(tags|heads)/", "");
    }
}
