package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;

/** One patch applied once, in one direction: what one {@code patch} process does. */
final class PatchRun {
    private final PatchOptions options;
    private final boolean reverse;
    private final WorkingFiles files;
    private final SearchBudget budget;

    PatchRun(PatchOptions options, PatchTree tree, boolean reverse, SearchBudget budget) {
        this.budget = budget;
        this.options = options;
        this.reverse = reverse;
        files = new WorkingFiles(tree, budget);
    }

    PatchResult run(Patch patch) {
        List<FileResult> results = new ArrayList<>();
        boolean failed = false;
        try {
            for (FilePatch file : patch.files()) {
                FilePatchApplier applier = new FilePatchApplier(options, reverse, files, budget, file);
                results.add(applier.apply());
                failed |= applier.failed();
            }
            files.finish();
        } catch (UnreadableFileException unreadable) {
            return unreadable(results, unreadable.path() + " cannot be read: " + unreadable.reason());
        } catch (SearchBudget.SearchTooLongException tooLong) {
            return unreadable(List.of(), String.valueOf(tooLong.getMessage()));
        } catch (PatchAbortedException aborted) {
            return PatchResult.of(
                    PatchResult.Outcome.CONFLICTS, results, TreeChanges.NONE, String.valueOf(aborted.getMessage()));
        }
        if (patch.problem() != null) {
            return unreadable(results, patch.problem().toString());
        }
        String problem = results.stream()
                .filter(file -> file.problem() != null)
                .map(file -> file.path() + ": " + file.problem())
                .findFirst()
                .orElse(null);
        return failed
                ? PatchResult.of(PatchResult.Outcome.CONFLICTS, results, TreeChanges.NONE, problem)
                : PatchResult.of(PatchResult.Outcome.APPLIES, results, files.changes(), null);
    }

    private static PatchResult unreadable(List<FileResult> results, String problem) {
        return PatchResult.of(PatchResult.Outcome.UNREADABLE, results, TreeChanges.NONE, problem);
    }
}
