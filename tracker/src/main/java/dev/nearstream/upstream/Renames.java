package dev.nearstream.upstream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
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
            return detector.compute(reader, new TaskMonitor()).stream()
                    .filter(entry -> entry.getChangeType() == DiffEntry.ChangeType.RENAME)
                    .filter(entry -> entry.getOldPath().equals(path))
                    .map(DiffEntry::getNewPath)
                    .findFirst();
        } catch (CanceledException e) {
            throw new IllegalStateException("the monitor throws instead", e);
        }
    }

    /**
     * The path itself and what was added: nothing else can be the file's new place. What was added is rather another
     * file's where that was deleted too and is the same, or is called the same and is more like it.
     */
    private List<DiffEntry> candidates(ObjectReader reader, ObjectId oldTree, ObjectId newTree, String path)
            throws IOException {
        try (TreeWalk trees = new TreeWalk(repository, reader)) {
            trees.addTree(oldTree);
            trees.addTree(newTree);
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            List<DiffEntry> candidates = new ArrayList<>();
            Set<AbbreviatedObjectId> others = new HashSet<>();
            Set<String> replaced = new HashSet<>(); // a link that has become a file is not added
            List<DiffEntry> all = DiffEntry.scan(trees);
            for (DiffEntry entry : all) {
                if (entry.getChangeType() != DiffEntry.ChangeType.DELETE) {
                    continue;
                }
                replaced.add(entry.getOldPath());
                if (name(entry.getOldPath()).equals(name(path))) {
                    candidates.add(entry);
                } else {
                    others.add(entry.getOldId());
                }
            }
            for (DiffEntry entry : all) {
                boolean added =
                        entry.getChangeType() == DiffEntry.ChangeType.ADD && !replaced.contains(entry.getNewPath());
                if (added && !others.contains(entry.getNewId())) {
                    candidates.add(entry);
                }
            }
            return candidates;
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
