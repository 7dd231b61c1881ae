package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies patches to a tree in memory, with the semantics of GNU patch 2.7.6 run as {@code patch -pN --fuzz=N --force}.
 * Immutable and thread-safe.
 *
 * <p>A verdict is a function of the engine's {@link #VERSION}, the options, the patch's bytes and the tree. The rules of
 * GNU patch are stated where they are implemented: {@link PartScanner} (what is a patch), {@link UnifiedHunkReader} (what
 * is a hunk), {@link NameChoice} (which file), {@link HunkSearch} (which line), {@link PatchedText} (what is written),
 * {@link WorkingFiles} (when it is written) and {@link FilePatchApplier} (what fails).
 */
public final class PatchEngine {
    /** Rises whenever a verdict may change; part of every cache key. */
    public static final int VERSION = 3;

    private final PatchOptions options;

    public PatchEngine(PatchOptions options) {
        this.options = options;
    }

    /** Applies a patch forward. */
    public PatchResult apply(Patch patch, PatchTree tree) {
        return run(patch, tree, false);
    }

    /** Applies a patch in reverse, as {@code patch -R}: where this succeeds, all of the patch is there already. */
    public PatchResult applyReversed(Patch patch, PatchTree tree) {
        return run(patch, tree, true);
    }

    /**
     * Applies a patch forward and, where that fails, asks whether it is there already: {@link
     * PatchResult.Outcome#UPSTREAM} where all of it applies in reverse; else each failed hunk that does is marked.
     *
     * <p>A hunk that only removes lines counts as there only where all of its context stands as the patch leaves it:
     * with fuzz, GNU patch may look at no line at all, and would find such a hunk everywhere.
     */
    public PatchResult check(Patch patch, PatchTree tree) {
        PatchResult forward = apply(patch, tree);
        if (forward.outcome() != PatchResult.Outcome.CONFLICTS) {
            return forward;
        }
        PatchResult reversed = applyReversed(patch, tree);
        boolean all = reversed.outcome() == PatchResult.Outcome.APPLIES;
        List<FileResult> files = new ArrayList<>();
        for (int i = 0; i < forward.files().size(); i++) {
            FileResult file = forward.files().get(i);
            List<Hunk> hunks = patch.files().get(i).hunks();
            List<HunkResult> back =
                    i < reversed.files().size() ? reversed.files().get(i).hunks() : List.of();
            all &= back.size() == hunks.size()
                    && IntStream.range(0, hunks.size()).allMatch(hunk -> isThere(hunks.get(hunk), back.get(hunk)));
            files.add(markUpstream(file, hunks, back));
        }
        return PatchResult.of(
                all ? PatchResult.Outcome.UPSTREAM : forward.outcome(), files, TreeChanges.NONE, forward.problem());
    }

    /** Checks patches in order, each on the tree that those before it leave; one that does not apply leaves it as it was. */
    public List<PatchResult> checkSeries(List<Patch> patches, PatchTree tree) {
        PatchedTree current = new PatchedTree(tree);
        List<PatchResult> results = new ArrayList<>();
        for (Patch patch : patches) {
            PatchResult result = check(patch, current);
            results.add(result);
            current = current.with(result.changes());
        }
        return results;
    }

    private PatchResult run(Patch patch, PatchTree tree, boolean reverse) {
        return new PatchRun(options, tree, reverse, new SearchBudget(SearchBudget.LINES)).run(patch);
    }

    private static FileResult markUpstream(FileResult forward, List<Hunk> hunks, List<HunkResult> reversed) {
        List<HunkResult> marked = new ArrayList<>();
        for (int i = 0; i < forward.hunks().size(); i++) {
            HunkResult hunk = forward.hunks().get(i);
            boolean there = hunk.result() == HunkResult.Result.FAILED
                    && i < reversed.size()
                    && isThere(hunks.get(i), reversed.get(i));
            marked.add(there ? hunk.upstream() : hunk);
        }
        return new FileResult(forward.path(), marked, forward.problem());
    }

    private static boolean isThere(Hunk hunk, HunkResult reversed) {
        return reversed.result() == HunkResult.Result.APPLIED && (hunk.addedLines() > 0 || reversed.fuzz() == 0);
    }
}
