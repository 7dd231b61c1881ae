package dev.nearstream.delta.pick;

import dev.nearstream.bump.LineMerge;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceCommit.FileChange;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.RawText;

/**
 * One commit picked onto a tree, as {@code git cherry-pick} does it: the three-way merge of each file with the commit's
 * first parent for the base, renames on either side followed.
 */
final class PickMerge {
    private static final int LARGEST = 1 << 24;

    private final SourceCommit commit;
    private final PickTree tree;
    private final Map<String, FileChange> files = new HashMap<>();
    private final Map<String, Optional<PickFile>> changes = new LinkedHashMap<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private boolean open;

    private PickMerge(SourceCommit commit, PickTree tree) {
        this.commit = commit;
        this.tree = tree;
    }

    /**
     * What came of it.
     *
     * @param paths of the commit's files
     * @param changes to the tree; without what clashes
     * @param clashes in the order of the files
     * @param open whether, the clashes apart, the tree lacks anything of the commit
     */
    record Result(List<String> paths, Map<String, Optional<PickFile>> changes, List<Clash> clashes, boolean open) {
        /** The tree has all of it: git would call the pick empty. */
        boolean isEmpty() {
            return clashes.isEmpty() && changes.isEmpty();
        }
    }

    static Result of(SourceCommit commit, PickTree tree) throws UpstreamException {
        List<FileChange> files = commit.files();
        PickMerge merge = new PickMerge(commit, tree);
        files.forEach(file -> merge.files.put(file.path(), file));
        for (FileChange file : files) {
            if (file.after().isEmpty()) {
                merge.removed(file);
            }
        }
        for (FileChange file : files) {
            if (file.after().isPresent() && !merge.done.contains(file.path())) {
                merge.written(file);
            }
        }
        return new Result(files.stream().map(FileChange::path).toList(), merge.changes, merge.clashes, merge.open);
    }

    private void removed(FileChange file) throws UpstreamException {
        String path = file.path();
        Optional<PickFile> base = base(file);
        Optional<PickFile> standing = tree.find(path);
        if (PickFile.same(base, standing)) {
            put(path, Optional.empty());
            return;
        }
        boolean gone = standing.isEmpty() || standing.get().type() == SourceTree.Type.DIRECTORY;
        Optional<FileChange> moved = commit.renames(path).map(files::get);
        if (moved.isPresent()) {
            moved(path, moved.get(), base.orElseThrow(), gone ? Optional.empty() : standing);
        } else if (!gone) {
            clashes.add(Clash.whole(path, "the pick deletes what has been changed"));
        }
    }

    /** The pick moves a file that is not as the commit found it. */
    private void moved(String from, FileChange to, PickFile base, Optional<PickFile> standing)
            throws UpstreamException {
        done.add(to.path());
        PickFile picked = after(to);
        Optional<PickFile> there = tree.find(to.path());
        if (standing.isEmpty() && PickFile.same(Optional.of(picked), there)) {
            return;
        }
        if (standing.isEmpty() || there.isPresent()) {
            String what = "the pick moves it to %s, and it has been moved or deleted already".formatted(to.path());
            clashes.add(Clash.whole(from, what));
            return;
        }
        put(from, Optional.empty());
        content(to.path(), base, picked, standing.get(), true);
    }

    private void written(FileChange file) throws UpstreamException {
        String path = file.path();
        Optional<PickFile> base = base(file);
        PickFile picked = after(file);
        Optional<PickFile> standing = tree.find(path);
        if (PickFile.same(Optional.of(picked), standing)) {
            return;
        }
        if (PickFile.same(base, standing)) {
            put(path, Optional.of(picked));
        } else if (base.isEmpty()) {
            clashes.add(Clash.whole(path, "the pick adds it, and another stands there"));
        } else if (standing.isPresent()) {
            content(path, base.get(), picked, standing.get(), false);
        } else {
            movedAway(path, base.get(), picked);
        }
    }

    private void movedAway(String path, PickFile base, PickFile picked) throws UpstreamException {
        Optional<String> moved = commit.renamedIn(tree.base(), path);
        Optional<PickFile> standing = moved.isEmpty() ? Optional.empty() : tree.find(moved.get());
        if (standing.isPresent()) {
            content(moved.orElseThrow(), base, picked, standing.get(), false);
        } else {
            clashes.add(Clash.whole(path, "the pick changes it, and it has been deleted or moved"));
        }
    }

    /** @param always whether the path is new there, so that something changes in any case */
    private void content(String path, PickFile base, PickFile picked, PickFile standing, boolean always)
            throws UpstreamException {
        if (!base.isFile() || !picked.isFile() || !standing.isFile()) {
            clashes.add(Clash.whole(path, "the pick changes what has been changed, and it is no file"));
            return;
        }
        byte[] old = base.bytes();
        byte[] ours = picked.bytes();
        byte[] theirs = standing.bytes();
        if (Math.max(old.length, Math.max(ours.length, theirs.length)) > LARGEST) {
            String what = "%s: a file of more than %d MB is not merged".formatted(path, LARGEST >> 20);
            throw new UpstreamException(
                    UpstreamException.Kind.FAILED, tree.base().location(), path, what, null);
        }
        boolean oneSided = Arrays.equals(old, ours) || Arrays.equals(old, theirs) || Arrays.equals(ours, theirs);
        if (!oneSided && (RawText.isBinary(old) || RawText.isBinary(ours) || RawText.isBinary(theirs))) {
            clashes.add(Clash.whole(path, "the pick changes a binary file that has been changed"));
            return;
        }
        LineMerge merge = LineMerge.of(old, ours, theirs);
        for (LineMerge.Conflict conflict : merge.conflicts()) {
            clashes.add(new Clash(path, conflict.line(), conflict.ours(), conflict.theirs(), ""));
        }
        open |= merge.open();
        if (merge.conflicts().isEmpty()) {
            SourceTree.Type type = base.type() == picked.type() ? standing.type() : picked.type();
            PickFile merged = PickFile.of(type, merge.text());
            if (always || !PickFile.same(Optional.of(merged), Optional.of(standing))) {
                put(path, Optional.of(merged));
            }
        }
    }

    private void put(String path, Optional<PickFile> file) throws UpstreamException {
        changes.put(path, file.isEmpty() ? file : Optional.of(file.get().loaded()));
        open = true;
    }

    private PickFile after(FileChange file) {
        return PickFile.of(file.after().orElseThrow(), () -> commit.after(file.path()));
    }

    private Optional<PickFile> base(FileChange file) {
        return file.before().map(entry -> PickFile.of(entry, () -> commit.before(file.path())));
    }
}
