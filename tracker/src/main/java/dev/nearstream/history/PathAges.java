package dev.nearstream.history;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * One walk back over first parents. A tree of thousands of recipes changes in one entry from commit to commit, so that
 * the root trees are compared as bytes, and only a changed entry of those asked about is looked into.
 */
final class PathAges implements AutoCloseable {
    private final RevWalk walk;
    private final ObjectReader reader;
    private final Set<ObjectId> border;
    /** Paths whose beginning is not found yet, by the name in the root. */
    private final Map<String, Set<String>> open;

    private final Map<String, LocalDate> since = new HashMap<>();

    PathAges(Repository repository, Collection<String> paths) throws IOException {
        this.reader = repository.newObjectReader();
        this.walk = new RevWalk(reader);
        walk.setRetainBody(false);
        this.border = repository.getObjectDatabase().getShallowCommits();
        this.open = paths.stream()
                .collect(Collectors.groupingBy(PathAges::top, HashMap::new, Collectors.toCollection(HashSet::new)));
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    Map<String, LocalDate> from(ObjectId start) throws IOException {
        RevCommit commit = walk.parseCommit(start);
        RootTree tree = new RootTree(bytes(commit), open.keySet());
        for (String name : List.copyOf(open.keySet())) {
            Set<String> paths = open.getOrDefault(name, Set.of());
            paths.removeIf(path -> !exists(tree.id(name), path));
            if (paths.isEmpty()) {
                open.remove(name);
                tree.forget(name);
            }
        }
        try {
            while (!open.isEmpty()) {
                if (commit.getParentCount() == 0) {
                    if (!border.contains(commit)) {
                        LocalDate date = date(commit);
                        open.values().forEach(paths -> paths.forEach(path -> since.put(path, date)));
                    }
                    break;
                }
                RevCommit parent = walk.parseCommit(commit.getParent(0));
                if (!parent.getTree().equals(commit.getTree())) {
                    for (String name : tree.moveTo(bytes(parent))) {
                        close(name, tree.id(name), commit);
                        if (!open.containsKey(name)) {
                            tree.forget(name);
                        }
                    }
                }
                commit = parent;
            }
        } catch (MissingObjectException e) {
            // A partial clone's border: what is still open was there before.
            return Map.copyOf(since);
        }
        return Map.copyOf(since);
    }

    private void close(String name, @Nullable ObjectId before, RevCommit commit) {
        Set<String> paths = open.getOrDefault(name, Set.of());
        LocalDate date = date(commit);
        paths.removeIf(path -> {
            boolean gone = !exists(before, path);
            if (gone) {
                since.put(path, date);
            }
            return gone;
        });
        if (paths.isEmpty()) {
            open.remove(name);
        }
    }

    /** Whether a path is there, given what its first name is in the root. */
    private boolean exists(@Nullable ObjectId top, String path) {
        if (top == null) {
            return false;
        }
        int slash = path.indexOf('/');
        if (slash < 0) {
            return true;
        }
        try {
            if (reader.open(top).getType() != Constants.OBJ_TREE) {
                return false;
            }
            try (TreeWalk found = TreeWalk.forPath(reader, path.substring(slash + 1), top)) {
                return found != null;
            }
        } catch (IOException e) {
            // It cannot be known: taken for there, so that no beginning is made up.
            return true;
        }
    }

    private byte[] bytes(RevCommit commit) throws IOException {
        return reader.open(commit.getTree(), Constants.OBJ_TREE).getCachedBytes();
    }

    private static LocalDate date(RevCommit commit) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
