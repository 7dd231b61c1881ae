package dev.nearstream.bump.branch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a branch brings has come into the base, by a merge, a squash, a rebase or a mail: then the branch's commit
 * is in the base's history, or each file that it changes was there as it leaves it, at one time since the branch left.
 */
public record MergedBranches(BranchRepository repository) {
    private static final int MOST_COMMITS = 1000;

    /** A file's mode and blob; of a deleted one both are zero. */
    private record Content(int mode, ObjectId blob) {}

    /**
     * Whether it has.
     *
     * @param head the branch's newest commit, in hex
     * @return false too where it cannot be told, as the objects are not here
     */
    public boolean isMerged(String head) {
        if (!ObjectId.isId(head)) {
            return false;
        }
        try (RevWalk walk = new RevWalk(repository.repository())) {
            ObjectId id = ObjectId.fromString(head);
            if (!repository.repository().getObjectDatabase().has(id)) {
                return false;
            }
            RevCommit branch = walk.parseCommit(id);
            RevCommit base = walk.parseCommit(ObjectId.fromString(repository.base()));
            Optional<RevCommit> fork = repository.fork(branch, base);
            if (fork.isPresent() && fork.get().equals(branch)) {
                return true;
            }
            if (fork.isEmpty() && branch.getParentCount() == 1) {
                fork = Optional.of(walk.parseCommit(branch.getParent(0)));
            }
            return fork.isPresent() && isContained(walk, walk.parseCommit(fork.get()), branch, base);
        } catch (IOException e) {
            return false; // an object that is missing; of a damaged repository the next commit tells
        }
    }

    private boolean isContained(RevWalk walk, RevCommit fork, RevCommit branch, RevCommit base) throws IOException {
        Map<String, Content> brought = brought(walk, fork, branch);
        if (brought.isEmpty()) {
            return false;
        } else if (holds(walk, base, brought)) {
            return true;
        } else if (isUntouched(walk, fork, base, brought)) {
            return false;
        }
        try (RevWalk past = new RevWalk(repository.repository())) {
            past.setTreeFilter(
                    AndTreeFilter.create(PathFilterGroup.createFromStrings(brought.keySet()), TreeFilter.ANY_DIFF));
            past.markStart(past.parseCommit(base));
            past.markUninteresting(past.parseCommit(fork));
            @Nullable RevCommit commit = past.next();
            for (int seen = 0; commit != null && seen < MOST_COMMITS; seen++) {
                if (holds(walk, walk.parseCommit(commit), brought)) {
                    return true;
                }
                commit = past.next();
            }
        }
        return false;
    }

    private static Map<String, Content> brought(RevWalk walk, RevCommit fork, RevCommit branch) throws IOException {
        Map<String, Content> brought = new TreeMap<>();
        try (TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
            trees.addTree(fork.getTree());
            trees.addTree(branch.getTree());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                brought.put(trees.getPathString(), new Content(trees.getRawMode(1), trees.getObjectId(1)));
            }
        }
        return brought;
    }

    private static boolean holds(RevWalk walk, RevCommit commit, Map<String, Content> wanted) throws IOException {
        for (Map.Entry<String, Content> one : wanted.entrySet()) {
            if (!content(walk, commit, one.getKey()).equals(one.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the base has these files as they were: nothing of the branch can have come into it. */
    private static boolean isUntouched(RevWalk walk, RevCommit fork, RevCommit base, Map<String, Content> brought)
            throws IOException {
        for (String path : brought.keySet()) {
            if (!content(walk, fork, path).equals(content(walk, base, path))) {
                return false;
            }
        }
        return true;
    }

    private static Content content(RevWalk walk, RevCommit commit, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(walk.getObjectReader(), path, commit.getTree())) {
            return found == null
                    ? new Content(FileMode.MISSING.getBits(), ObjectId.zeroId())
                    : new Content(found.getRawMode(0), found.getObjectId(0));
        }
    }
}
