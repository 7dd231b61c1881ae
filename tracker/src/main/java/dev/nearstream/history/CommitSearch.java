package dev.nearstream.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commit that added a path, or gave it the content that it has: by halving the way back over first parents, into the merged branch where a merge
 * brought it, and so on. A file that came, went and came again between two looks may be given an earlier arrival.
 */
final class CommitSearch implements AutoCloseable {
    private static final int FARTHEST = 4096;
    private static final int MOST_MERGES = 20;

    private final RevWalk walk;
    private final ObjectReader reader;

    CommitSearch(ObjectReader reader) {
        this.reader = reader.newReader();
        this.walk = new RevWalk(this.reader);
    }

    /**
     * The commit that added it; empty where it is too far away, or behind what a shallow clone has.
     *
     * @param with a commit that has the path
     */
    Optional<RevCommit> adding(ObjectId with, String path) throws IOException {
        return find(with, path, Optional::isPresent);
    }

    /**
     * The commit that gave it the content that it has, in the same way.
     *
     * @param with a commit that has the path
     */
    Optional<RevCommit> changing(ObjectId with, String path) throws IOException {
        Optional<ObjectId> content;
        try {
            content = content(walk.parseCommit(with), path);
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
        return find(with, path, content::equals);
    }

    private Optional<RevCommit> find(ObjectId with, String path, Predicate<Optional<ObjectId>> wanted)
            throws IOException {
        try {
            RevCommit commit = walk.parseCommit(with);
            for (int merges = 0; merges < MOST_MERGES; merges++) {
                @Nullable RevCommit oldest = oldest(commit, path, wanted);
                if (oldest == null) {
                    return Optional.empty();
                }
                @Nullable RevCommit branch = parentWith(oldest, path, wanted);
                if (branch == null) {
                    walk.parseBody(oldest);
                    return Optional.of(oldest);
                }
                commit = branch;
            }
        } catch (MissingObjectException e) {
            return Optional.empty(); // a shallow or partial clone's border
        }
        return Optional.empty();
    }

    /** The last commit over first parents that is wanted; null where none that is not is near. */
    private @Nullable RevCommit oldest(RevCommit start, String path, Predicate<Optional<ObjectId>> wanted)
            throws IOException {
        List<RevCommit> chain = new ArrayList<>(List.of(start));
        int has = 0;
        int lacks = -1;
        for (int step = 1; lacks < 0; step *= 2) {
            int next = has + step;
            while (chain.size() <= next && chain.get(chain.size() - 1).getParentCount() > 0) {
                chain.add(walk.parseCommit(chain.get(chain.size() - 1).getParent(0)));
            }
            int at = Math.min(next, chain.size() - 1);
            if (!wanted.test(content(chain.get(at), path))) {
                lacks = at;
            } else if (at < next) {
                return chain.get(at); // the root has it
            } else if (at > FARTHEST) {
                return null;
            } else {
                has = at;
            }
        }
        while (lacks - has > 1) {
            int middle = (has + lacks) >>> 1;
            if (wanted.test(content(chain.get(middle), path))) {
                has = middle;
            } else {
                lacks = middle;
            }
        }
        return chain.get(has);
    }

    private @Nullable RevCommit parentWith(RevCommit commit, String path, Predicate<Optional<ObjectId>> wanted)
            throws IOException {
        for (int i = 1; i < commit.getParentCount(); i++) {
            RevCommit parent = walk.parseCommit(commit.getParent(i));
            if (wanted.test(content(parent, path))) {
                return parent;
            }
        }
        return null;
    }

    private Optional<ObjectId> content(RevCommit commit, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, commit.getTree())) {
            return Optional.ofNullable(found).map(entry -> entry.getObjectId(0));
        }
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
