package dev.nearstream.patch;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one patch.
 *
 * @param outcome what GNU patch makes of the whole
 * @param how where it applies, the worst fit of its hunks (a patch without hunks is exact)
 * @param hunks the number of hunks
 * @param failedHunks the hunks that do not apply forward, those that are upstream included
 * @param upstreamHunks those of the failed hunks that apply in reverse
 * @param files the parts in the order of the patch file
 * @param changes what the patch does to the tree; empty unless it applies
 * @param problem why the patch is unreadable, or failed beside its hunks; else {@code null}
 */
public record PatchResult(
        Outcome outcome,
        Fit how,
        int hunks,
        int failedHunks,
        int upstreamHunks,
        List<FileResult> files,
        TreeChanges changes,
        @Nullable String problem) {
    /** What GNU patch makes of a patch. */
    public enum Outcome {
        /** It applies. */
        APPLIES,
        /** It does not apply, and all of it applies in reverse. */
        UPSTREAM,
        /** It applies neither way. */
        CONFLICTS,
        /** There is no valid patch in it, or a file that it changes cannot be read. */
        UNREADABLE
    }

    public PatchResult {
        files = List.copyOf(files);
    }

    static PatchResult of(Outcome outcome, List<FileResult> files, TreeChanges changes, @Nullable String problem) {
        List<HunkResult> hunks =
                files.stream().flatMap(file -> file.hunks().stream()).toList();
        return new PatchResult(
                outcome,
                hunks.stream()
                        .map(HunkResult::how)
                        .max(Comparator.naturalOrder())
                        .orElse(Fit.EXACT),
                hunks.size(),
                (int) hunks.stream()
                        .filter(hunk -> hunk.result() != HunkResult.Result.APPLIED)
                        .count(),
                (int) hunks.stream()
                        .filter(hunk -> hunk.result() == HunkResult.Result.UPSTREAM)
                        .count(),
                files,
                changes,
                problem);
    }
}
