package dev.nearstream.bump;

import dev.nearstream.patch.TreeEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;

/**
 * What becomes of a patch's change to one file in another tree.
 *
 * @param merged the file with what is left of the change; empty where it is to be deleted; upstream's where the change
 *     has landed, and where nothing can be said
 * @param conflicts where both sides changed
 */
record FileMerge(String path, Fate fate, Optional<TreeEntry> merged, List<LineMerge.Conflict> conflicts) {

    /** What is left of the change. */
    enum Fate {
        /** Nothing was to be changed: the packaged file is as the patch leaves it, which says nothing of upstream. */
        IDLE,
        /** Nothing: the file is as the patch leaves it wherever the patch changes it. */
        LANDED,
        /** Nothing: each of the changes stands at its place, in what upstream wrote there. */
        STANDING,
        /** All or a part of it, which goes in without a conflict. */
        OPEN,
        /** Both changed the same lines, or one what the other deletes. */
        CONFLICT,
        /** Upstream has no such file any more. */
        GONE
    }

    FileMerge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * The three-way merge of one file; empty means that there is no such file.
     *
     * @param base in the tree that the patch was written for
     * @param ours the same, patched
     * @param theirs in the new tree
     */
    static FileMerge of(String path, Optional<TreeEntry> base, Optional<TreeEntry> ours, Optional<TreeEntry> theirs) {
        if (isSame(base, ours)) {
            return new FileMerge(path, Fate.IDLE, theirs, List.of());
        }
        if (isSame(ours, theirs)) {
            return new FileMerge(path, Fate.LANDED, theirs, List.of());
        }
        if (isSame(base, theirs)) {
            return new FileMerge(path, Fate.OPEN, ours, List.of());
        }
        if (theirs.isEmpty()) {
            return new FileMerge(path, Fate.GONE, theirs, List.of());
        }
        boolean text = isText(base) && isText(ours) && isText(theirs);
        return text
                ? lines(path, base.orElseThrow(), ours.orElseThrow(), theirs.orElseThrow())
                : new FileMerge(path, Fate.CONFLICT, theirs, List.of());
    }

    /** Whether nothing of the change is left because upstream has it. */
    boolean isUpstream() {
        return fate == Fate.LANDED || fate == Fate.STANDING;
    }

    private static FileMerge lines(String path, TreeEntry base, TreeEntry ours, TreeEntry theirs) {
        LineMerge merge = LineMerge.of(base.content(), ours.content(), theirs.content());
        TreeEntry.Kind kind = ours.kind() == base.kind() ? theirs.kind() : ours.kind();
        if (!merge.conflicts().isEmpty()) {
            EditMerge edits = EditMerge.of(base.content(), ours.content(), theirs.content());
            boolean stands = edits.open() == 0 && kind == theirs.kind();
            return !edits.conflicts().isEmpty()
                    ? new FileMerge(path, Fate.CONFLICT, Optional.of(theirs), edits.conflicts())
                    : stands
                            ? new FileMerge(path, Fate.STANDING, Optional.of(theirs), List.of())
                            : new FileMerge(path, Fate.OPEN, Optional.of(TreeEntry.of(kind, edits.text())), List.of());
        }
        Optional<TreeEntry> merged = Optional.of(TreeEntry.of(kind, merge.text()));
        return new FileMerge(path, isSame(merged, Optional.of(theirs)) ? Fate.LANDED : Fate.OPEN, merged, List.of());
    }

    private static boolean isText(Optional<TreeEntry> entry) {
        return entry.filter(found -> found.kind().isFile() && !RawText.isBinary(found.content()))
                .isPresent();
    }

    /** Whether both are absent, or the same kind of thing with the same content. */
    static boolean isSame(Optional<TreeEntry> one, Optional<TreeEntry> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().kind() == other.get().kind()
                && Arrays.equals(one.get().content(), other.get().content());
    }
}
