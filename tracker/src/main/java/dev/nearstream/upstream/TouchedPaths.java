package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.ChangedPathTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Tells whether commits touch one of some paths. */
final class TouchedPaths implements AutoCloseable {
    private final RevWalk walk;
    private final TreeWalk trees;
    private final boolean all;
    private final @Nullable TreeFilter changedPaths;

    TouchedPaths(Repository repository, RevWalk walk, Collection<String> paths) {
        this.walk = walk;
        trees = new TreeWalk(repository, walk.getObjectReader());
        trees.setRecursive(true);
        all = paths.isEmpty();
        trees.setFilter(
                all
                        ? TreeFilter.ANY_DIFF
                        : AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
        // git and JGit once hashed other characters in different ways.
        boolean plain = paths.stream()
                .allMatch(path -> StandardCharsets.US_ASCII.newEncoder().canEncode(path));
        changedPaths = all || !plain ? null : ChangedPathTreeFilter.create(paths.toArray(new String[0]));
    }

    /** A merge touches a path where it differs from every parent's. */
    boolean by(RevCommit commit) throws IOException {
        Task.check();
        int parents = commit.getParentCount();
        if (all && parents < 2) {
            return true;
        }
        if (parents == 1) {
            RevCommit parent = commit.getParent(0);
            if (parent.getTree().equals(commit.getTree())
                    || (changedPaths != null && !changedPaths.shouldTreeWalk(commit, walk, null))) {
                return false;
            }
        }
        trees.reset();
        trees.addTree(commit.getTree());
        for (RevCommit parent : commit.getParents()) {
            trees.addTree(parent.getTree());
        }
        if (parents == 0) {
            trees.addTree(new EmptyTreeIterator());
        }
        while (trees.next()) {
            if (differs()) {
                return true;
            }
        }
        return false;
    }

    private boolean differs() {
        for (int i = 1; i < trees.getTreeCount(); i++) {
            if (trees.idEqual(0, i) && trees.getRawMode(0) == trees.getRawMode(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        trees.close();
    }
}
