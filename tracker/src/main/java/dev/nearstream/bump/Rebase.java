package dev.nearstream.bump;

import dev.nearstream.bump.FileMerge.Fate;
import dev.nearstream.bump.PatchPlan.Action;
import dev.nearstream.bump.PatchPlan.Confidence;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.TreeEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan for a patch that applies at the packaged version and no longer at the new one: dropped where nothing of it is
 * left to do, refreshed where what is left goes in without a conflict and the new text proves right, else a conflict
 * with both sides and the commits to look at.
 */
final class Rebase {
    private final SeriesPatch of;
    private final Patch patch;
    private final PatchResult before;
    private final PatchTree from;
    private final PatchTree to;
    private final WorkspaceFiles files;
    private final UpstreamHistory history;
    private @Nullable Gone gone;

    /**
     * @param before what the patch does to {@code from}
     * @param files of the new tree, before any patch
     */
    Rebase(
            SeriesPatch of,
            Patch patch,
            PatchResult before,
            PatchTree from,
            PatchTree to,
            WorkspaceFiles files,
            UpstreamHistory history) {
        this.of = of;
        this.patch = patch;
        this.before = before;
        this.from = from;
        this.to = to;
        this.files = files;
        this.history = history;
    }

    /**
     * The plan, and what the new tree gets of the patch.
     */
    record Planned(PatchPlan plan, TreeChanges left) {
        static Planned without(PatchPlan plan) {
            return new Planned(plan, TreeChanges.NONE);
        }
    }

    Planned plan(List<Evidence> evidence) {
        PatchRebase plain = PatchRebase.of(before.changes(), from, to, path -> new BitSet());
        PatchLanding landing = PatchLanding.of(of.name(), patch.header(), before.changes(), from, files, history);
        if (plain.leavesNothing() && deletesWithoutTrace(plain)) {
            return Planned.without(dropped(plain, landing));
        }
        PatchRebase rebase = PatchRebase.of(
                before.changes(),
                from,
                to,
                path -> landing.file(path).map(Landing::takenBefore).orElse(new BitSet()));
        if (rebase.leavesNothing() && deletesWithoutTrace(rebase)) {
            return Planned.without(taken(rebase, landing));
        }
        if (landing.isTakenInAnotherForm()) {
            return Planned.without(takenOtherwise(landing));
        }
        if (landing.isMostlyUpstream()) {
            return Planned.without(mostlyTaken(landing));
        }
        if (rebase.isUpstreamOrGone() && isWithoutTrace(rebase)) {
            return Planned.without(gone(rebase, landing));
        }
        return open(following(rebase), landing, evidence);
    }

    /** The files that are gone, where upstream moved them to. */
    private PatchRebase following(PatchRebase rebase) {
        List<FileMerge> gone = rebase.with(Fate.GONE);
        if (gone.isEmpty()) {
            return rebase;
        }
        Gone tree = gone();
        Map<String, String> heirs = new HashMap<>();
        for (FileMerge file : gone) {
            tree.heir(content(from, file), path -> from.find(path).isPresent())
                    .ifPresent(heir -> heirs.put(file.path(), heir));
        }
        return rebase.following(heirs, before.changes(), from, to);
    }

    private Planned open(PatchRebase rebase, PatchLanding landing, List<Evidence> evidence) {
        if (rebase.leavesNothing()) {
            // That a file moved is a guess by its lines: enough to look there, and not to drop a patch.
            String why = "upstream seems to have all of it, and has moved files: " + Conflicts.some(rebase.steps());
            return conflict(why, landing, evidence);
        }
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(landing.evidence());
        if (rebase.isClean()) {
            Optional<Planned> refreshed = refreshed(rebase, all);
            if (refreshed.isPresent()) {
                return refreshed.get();
            }
        }
        String why = rebase.isClean()
                ? "a three-way merge carries it over, but no patch could be written that proves right"
                : Conflicts.why(rebase);
        return conflict(why, landing, evidence);
    }

    /** With the commits to look at. */
    private Planned conflict(String why, PatchLanding landing, List<Evidence> evidence) {
        List<Evidence> candidates = new ArrayList<>(evidence);
        candidates.addAll(landing.candidates());
        return Planned.without(PatchPlan.conflict(of.name(), why, candidates));
    }

    private PatchPlan dropped(PatchRebase rebase, PatchLanding landing) {
        boolean superseded = !rebase.with(Fate.SUPERSEDED).isEmpty();
        boolean merged = !superseded && rebase.with(Fate.STANDING).isEmpty();
        String detail = superseded
                ? Conflicts.some(rebase.steps())
                : merged
                        ? "the three-way merge of the packaged tree, the patched one and the new one leaves nothing of it"
                        : "each of its changes stands at its place in the new tree, in what upstream wrote there";
        Evidence.Kind kind = superseded
                ? Evidence.Kind.SUPERSEDED
                : merged ? Evidence.Kind.MERGES_TO_NOTHING : Evidence.Kind.SAME_CHANGE;
        String reason = superseded ? "upstream has overtaken what it pins: " : "upstream made the same change: ";
        return drop(merged ? Confidence.HIGH : Confidence.MEDIUM, reason + detail, kind, detail, landing);
    }

    private PatchPlan taken(PatchRebase rebase, PatchLanding landing) {
        boolean superseded = !rebase.with(Fate.SUPERSEDED).isEmpty();
        String detail =
                "between the two versions a commit of upstream's made each of its changes, and what has become of"
                        + " some since is upstream's work" + (superseded ? "; " + Conflicts.some(rebase.steps()) : "");
        return drop(
                Confidence.MEDIUM,
                "upstream made the same change and has rewritten it since: " + detail,
                Evidence.Kind.SAME_CHANGE,
                detail,
                landing);
    }

    private boolean isWithoutTrace(PatchRebase rebase) {
        return rebase.with(Fate.GONE).stream()
                .allMatch(file -> Manifests.isOne(file.path())
                        && gone().isWithoutTrace(file.path(), content(from, file), content(before, file)));
    }

    /** A file that the patch deletes and upstream has no more may be at another path now. */
    private boolean deletesWithoutTrace(PatchRebase rebase) {
        return rebase.files().stream()
                .filter(file ->
                        file.merged().isEmpty() && from.find(file.path()).isPresent())
                .allMatch(file -> gone().isWithoutTrace(file.path(), content(from, file), new byte[0]));
    }

    /** The new tree's paths, listed when they are first asked for: most patches need none of them. */
    private Gone gone() {
        Gone listed = gone == null ? Gone.in(files) : gone;
        gone = listed;
        return listed;
    }

    private static byte[] content(PatchTree tree, FileMerge file) {
        return tree.find(file.path()).map(TreeEntry::content).orElse(new byte[0]);
    }

    private static byte[] content(PatchResult result, FileMerge file) {
        return result.changes()
                .entries()
                .getOrDefault(file.path(), Optional.empty())
                .map(TreeEntry::content)
                .orElse(new byte[0]);
    }

    private PatchPlan gone(PatchRebase rebase, PatchLanding landing) {
        String detail = "upstream has no more "
                + Conflicts.some(
                        rebase.with(Fate.GONE).stream().map(FileMerge::path).toList())
                + ", and no other file has the lines that the patch changes there";
        return drop(Confidence.MEDIUM, detail, Evidence.Kind.SUPERSEDED, detail, landing);
    }

    private PatchPlan takenOtherwise(PatchLanding landing) {
        String detail =
                "the pull request that the patch is named for is upstream in another form: %,d of its %,d changes are there, and it rewrote the places of the others"
                        .formatted(landing.upstream(), landing.changes());
        return drop(Confidence.LOW, detail, Evidence.Kind.SAME_CHANGE, detail, landing);
    }

    private PatchPlan mostlyTaken(PatchLanding landing) {
        String detail =
                "upstream made %,d of its %,d changes in a commit that is the patch's own or names its advisory, and left the others out or rewrote their places"
                        .formatted(landing.upstream(), landing.changes());
        return drop(Confidence.LOW, detail, Evidence.Kind.SAME_CHANGE, detail, landing);
    }

    private PatchPlan drop(
            Confidence confidence, String reason, Evidence.Kind kind, String detail, PatchLanding landing) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(kind, null, null, null, null, detail));
        evidence.addAll(landing.evidence());
        return new PatchPlan(of.name(), Action.DROP, confidence, reason, evidence, null);
    }

    private Optional<Planned> refreshed(PatchRebase rebase, List<Evidence> evidence) {
        TreeChanges left = rebase.left();
        Optional<String> text = new PatchRefresh(of, patch, to, rebase.moved())
                .text(before, left)
                .flatMap(SeriesPlanner::utf8);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long landed = rebase.upstreamFiles();
        List<String> steps = rebase.steps();
        String reason = "a three-way merge by lines carries it over"
                + (steps.isEmpty() ? "" : "; beyond lines: " + Conflicts.some(steps))
                + (landed == 0
                        ? ""
                        : "; upstream has its change to " + landed + " of its "
                                + rebase.files().size() + " files, and that part is gone");
        Confidence confidence = !steps.isEmpty() ? Confidence.LOW : landed == 0 ? Confidence.HIGH : Confidence.MEDIUM;
        return Optional.of(
                new Planned(new PatchPlan(of.name(), Action.REFRESH, confidence, reason, evidence, text.get()), left));
    }
}
