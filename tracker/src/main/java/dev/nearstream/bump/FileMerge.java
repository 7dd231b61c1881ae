package dev.nearstream.bump;

import dev.nearstream.patch.TreeEntry;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.RawText;

/**
 * What becomes of a patch's change to one file in another tree.
 *
 * @param merged the file with what is left of the change; empty where it is to be deleted; upstream's where the change
 *     has landed, and where nothing can be said
 * @param conflicts where both sides changed
 * @param steps what was done beyond a merge by lines, for a person
 */
record FileMerge(
        String path, Fate fate, Optional<TreeEntry> merged, List<LineMerge.Conflict> conflicts, Set<String> steps) {

    /** What is left of the change. */
    enum Fate {
        /** Nothing was to be changed: the packaged file is as the patch leaves it, which says nothing of upstream. */
        IDLE,
        /** Nothing: the file is as the patch leaves it wherever the patch changes it. */
        LANDED,
        /** Nothing: each of the changes stands at its place, in what upstream wrote there. */
        STANDING,
        /** Nothing: each stands there, or upstream has at its place what takes its place. */
        SUPERSEDED,
        /** All or a part of it, which goes in without a conflict. */
        OPEN,
        /** Both changed the same lines, or one what the other deletes. */
        CONFLICT,
        /** Upstream has no such file any more. */
        GONE
    }

    FileMerge {
        conflicts = List.copyOf(conflicts);
        steps = Collections.unmodifiableSet(new LinkedHashSet<>(steps));
    }

    private FileMerge(String path, Fate fate, Optional<TreeEntry> merged) {
        this(path, fate, merged, List.of(), Set.of());
    }

    /**
     * The three-way merge of one file; empty means that there is no such file.
     *
     * @param base in the tree that the patch was written for
     * @param ours the same, patched
     * @param theirs in the new tree
     * @param taken which of the changes, in order, upstream is known to have made and may have rewritten since
     */
    static FileMerge of(
            String path, Optional<TreeEntry> base, Optional<TreeEntry> ours, Optional<TreeEntry> theirs, BitSet taken) {
        if (isSame(base, ours)) {
            return new FileMerge(path, Fate.IDLE, theirs);
        }
        if (isSame(ours, theirs)) {
            return new FileMerge(path, Fate.LANDED, theirs);
        }
        if (isSame(base, theirs)) {
            return new FileMerge(path, Fate.OPEN, ours);
        }
        if (theirs.isEmpty()) {
            return new FileMerge(path, Fate.GONE, theirs);
        }
        boolean text = isText(base) && isText(ours) && isText(theirs) && isComparable(base, ours, theirs);
        return text
                ? lines(path, base.orElseThrow(), ours.orElseThrow(), theirs.orElseThrow(), taken)
                : new FileMerge(path, Fate.CONFLICT, theirs);
    }

    /** The same, of a file that upstream has at another path now. */
    FileMerge movedFrom(String old) {
        Set<String> all = new LinkedHashSet<>();
        all.add(old + " is " + path + " now");
        all.addAll(steps);
        return new FileMerge(path, fate, merged, conflicts, all);
    }

    /** Whether upstream has a line that we only remove somewhere else, where it was not before. */
    static boolean haveMoved(Optional<TreeEntry> base, Optional<TreeEntry> ours, Optional<TreeEntry> theirs) {
        if (!isText(base) || !isText(ours) || !isText(theirs) || !isComparable(base, ours, theirs)) {
            return false;
        }
        ThreeTexts texts = ThreeTexts.of(
                base.orElseThrow().content(),
                ours.orElseThrow().content(),
                theirs.orElseThrow().content());
        return SameLines.haveMoved(Words.diff(texts.base(), texts.ours()), texts.base(), texts);
    }

    /** Whether nothing of the change is left because upstream has it. */
    boolean isUpstream() {
        return fate == Fate.LANDED || fate == Fate.STANDING || fate == Fate.SUPERSEDED;
    }

    private static FileMerge lines(String path, TreeEntry base, TreeEntry ours, TreeEntry theirs, BitSet taken) {
        LineMerge merge = LineMerge.of(base.content(), ours.content(), theirs.content());
        TreeEntry.Kind kind = ours.kind() == base.kind() ? theirs.kind() : ours.kind();
        Optional<TreeEntry> merged = Optional.of(TreeEntry.of(kind, merge.text()));
        boolean clean = merge.conflicts().isEmpty();
        boolean moved = haveMoved(Optional.of(base), Optional.of(ours), Optional.of(theirs));
        if (clean && !moved && taken.isEmpty() && isSame(merged, Optional.of(theirs))) {
            return new FileMerge(path, Fate.LANDED, merged);
        }
        // It sees more than lines: also, beside what merges cleanly, a line that stands there already.
        EditMerge edits = EditMerge.of(path, base.content(), ours.content(), theirs.content(), taken);
        return clean && !moved && !edits.conflicts().isEmpty()
                ? new FileMerge(path, Fate.OPEN, merged)
                : edits(path, kind, theirs, edits);
    }

    private static FileMerge edits(String path, TreeEntry.Kind kind, TreeEntry theirs, EditMerge edits) {
        if (!edits.conflicts().isEmpty()) {
            return new FileMerge(path, Fate.CONFLICT, Optional.of(theirs), edits.conflicts(), Set.of());
        }
        boolean nothing = edits.leavesNothing() && kind == theirs.kind();
        Fate fate = !nothing ? Fate.OPEN : edits.isSuperseded() ? Fate.SUPERSEDED : Fate.STANDING;
        return new FileMerge(
                path, fate, Optional.of(nothing ? theirs : TreeEntry.of(kind, edits.text())), List.of(), edits.steps());
    }

    /** Differences of longer files, of lines that are all alike, take minutes: they are left to a person. */
    private static boolean isComparable(
            Optional<TreeEntry> base, Optional<TreeEntry> ours, Optional<TreeEntry> theirs) {
        return Words.areComparable(
                base.orElseThrow().content(),
                ours.orElseThrow().content(),
                theirs.orElseThrow().content());
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
