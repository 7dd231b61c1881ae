package dev.nearstream.bump;

import dev.nearstream.bump.FileMerge.Fate;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.TreeEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A patch carried from the tree that it was written for to another one, by a three-way merge of each file.
 *
 * @param files those that the patch changes, by the path that they have in the new tree
 * @param moved the old paths of those that upstream moved, and the new ones
 */
record PatchRebase(List<FileMerge> files, Map<String, String> moved) {

    PatchRebase {
        files = List.copyOf(files);
        moved = Map.copyOf(moved);
    }

    /**
     * Carries the changes over.
     *
     * @param changes what the patch does to {@code from}
     * @param taken of a path which of its changes upstream is known to have made
     */
    static PatchRebase of(TreeChanges changes, PatchTree from, PatchTree to, Function<String, BitSet> taken) {
        List<FileMerge> files = new ArrayList<>();
        changes.entries()
                .forEach((path, ours) ->
                        files.add(FileMerge.of(path, from.find(path), ours, to.find(path), taken.apply(path))));
        return new PatchRebase(files, Map.of());
    }

    /**
     * The same with the files followed that upstream moved.
     *
     * @param heirs the new paths of files that upstream has no more
     */
    PatchRebase following(Map<String, String> heirs, TreeChanges changes, PatchTree from, PatchTree to) {
        List<FileMerge> followed = new ArrayList<>();
        for (FileMerge file : files) {
            String heir = heirs.get(file.path());
            followed.add(
                    heir == null
                            ? file
                            : FileMerge.of(
                                            heir,
                                            from.find(file.path()),
                                            changes.entries().getOrDefault(file.path(), Optional.empty()),
                                            to.find(heir),
                                            new BitSet())
                                    .movedFrom(file.path()));
        }
        return new PatchRebase(followed, heirs);
    }

    /** Whether upstream has a line that the patch removes elsewhere in the file, where it was not before. */
    static boolean haveMoved(TreeChanges changes, PatchTree from, PatchTree to) {
        return changes.entries().entrySet().stream()
                .anyMatch(
                        file -> FileMerge.haveMoved(from.find(file.getKey()), file.getValue(), to.find(file.getKey())));
    }

    /** Whether the merge leaves nothing of the patch: what git's rebase calls already applied. */
    boolean leavesNothing() {
        return !files.isEmpty() && files.stream().allMatch(FileMerge::isUpstream);
    }

    /** Whether nothing is left but changes to files that upstream has no more. */
    boolean isUpstreamOrGone() {
        return files.stream().allMatch(file -> file.isUpstream() || file.fate() == Fate.GONE)
                && files.stream().anyMatch(file -> file.fate() == Fate.GONE);
    }

    /** The files to which upstream has made the patch's change, in whatever surroundings. */
    long upstreamFiles() {
        return files.stream().filter(FileMerge::isUpstream).count();
    }

    /** Whether all that is left goes in without a conflict, and something is left. */
    boolean isClean() {
        return files.stream().allMatch(file -> file.isUpstream() || file.fate() == Fate.OPEN)
                && files.stream().anyMatch(file -> file.fate() == Fate.OPEN);
    }

    /** What is left, as changes to the new tree. */
    TreeChanges left() {
        Map<String, Optional<TreeEntry>> entries = new LinkedHashMap<>();
        with(Fate.OPEN).forEach(file -> entries.put(file.path(), file.merged()));
        return new TreeChanges(entries);
    }

    /** What was done beyond a merge by lines, with the file where there are several. */
    List<String> steps() {
        return files.stream()
                .flatMap(
                        file -> file.steps().stream().map(step -> files.size() == 1 ? step : file.path() + ": " + step))
                .toList();
    }

    List<FileMerge> with(Fate fate) {
        return files.stream().filter(file -> file.fate() == fate).toList();
    }
}
