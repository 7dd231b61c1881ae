package dev.nearstream.upstream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Renames between two trees. */
record Renames(Repository repository) {
    private static final int RENAME_LIMIT = 400;

    /** The new path of a file of the old tree that the new one has not got; empty where none is like it. */
    Optional<String> renamed(ObjectId oldTree, ObjectId newTree, String path) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
            detector.setRenameLimit(RENAME_LIMIT);
            detector.addAll(candidates(reader, oldTree, newTree, path));
            return detector.compute(reader, null).stream()
                    .filter(entry -> entry.getChangeType() == DiffEntry.ChangeType.RENAME)
                    .filter(entry -> entry.getOldPath().equals(path))
                    .map(DiffEntry::getNewPath)
                    .findFirst();
        } catch (CanceledException e) {
            throw new IllegalStateException("nobody cancels it", e);
        }
    }

    /** The path itself and what was added: nothing else can be the file's new place. */
    private List<DiffEntry> candidates(ObjectReader reader, ObjectId oldTree, ObjectId newTree, String path)
            throws IOException {
        try (TreeWalk trees = new TreeWalk(repository, reader)) {
            trees.addTree(oldTree);
            trees.addTree(newTree);
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            List<DiffEntry> entries = new ArrayList<>();
            for (DiffEntry entry : DiffEntry.scan(trees)) {
                boolean gone = entry.getChangeType() == DiffEntry.ChangeType.DELETE
                        && entry.getOldPath().equals(path);
                if (gone || entry.getChangeType() == DiffEntry.ChangeType.ADD) {
                    entries.add(entry);
                }
            }
            return entries;
        }
    }
}
