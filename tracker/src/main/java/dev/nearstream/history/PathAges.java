package dev.nearstream.history;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * One walk back over first parents that looks at each day's last tree: the answer is a day, and a distribution makes
 * some sixty commits on one. A path is looked for again only where its first name in the root is another entry than
 * before.
 */
final class PathAges implements AutoCloseable {
    private final RevWalk walk;
    private final ObjectReader reader;
    private final Set<ObjectId> border;

    /** Paths whose beginning is not found yet, by their first name. */
    private final Map<String, Set<String>> open = new HashMap<>();

    private final Map<String, Since> since = new HashMap<>();

    /** A day, and that day's last commit. */
    record Since(LocalDate day, ObjectId last) {}

    PathAges(Repository repository, Collection<String> paths) throws IOException {
        this.reader = repository.newObjectReader();
        this.walk = new RevWalk(reader);
        walk.setRetainBody(false);
        this.border = repository.getObjectDatabase().getShallowCommits();
        for (String path : paths) {
            open.computeIfAbsent(first(path), name -> new HashSet<>()).add(path);
        }
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    Map<String, Since> from(ObjectId start) throws IOException {
        RevCommit commit = walk.parseCommit(start);
        Map<String, ObjectId> tree = entries(commit);
        drop(tree);
        Since day = new Since(day(commit), commit);
        try {
            while (!open.isEmpty()) {
                Task.check();
                if (commit.getParentCount() == 0) {
                    if (!border.contains(commit)) {
                        close(tree, Map.of(), day);
                    }
                    break;
                }
                commit = walk.parseCommit(commit.getParent(0));
                if (!day(commit).equals(day.day())) {
                    Map<String, ObjectId> before = entries(commit);
                    close(tree, before, day);
                    tree = before;
                    day = new Since(day(commit), commit);
                }
            }
        } catch (MissingObjectException e) {
            // A partial clone's border: what is still open was there before.
            return Map.copyOf(since);
        }
        return Map.copyOf(since);
    }

    /** What is not even in the first tree has no beginning. */
    private void drop(Map<String, ObjectId> tree) throws IOException {
        close(Map.of(), tree, new Since(LocalDate.MIN, ObjectId.zeroId()));
        since.clear();
    }

    /** Ends the search for the paths that were not there before. */
    private void close(Map<String, ObjectId> tree, Map<String, ObjectId> before, Since day) throws IOException {
        for (String name : Set.copyOf(open.keySet())) {
            @Nullable ObjectId entry = before.get(name);
            if (entry != null && entry.equals(tree.get(name))) {
                continue;
            }
            Set<String> paths = open.getOrDefault(name, Set.of());
            for (String path : Set.copyOf(paths)) {
                if (!exists(entry, path)) {
                    since.put(path, day);
                    paths.remove(path);
                }
            }
            if (paths.isEmpty()) {
                open.remove(name);
            }
        }
    }

    /** Whether a path is there, given what its first name is in the root. */
    private boolean exists(@Nullable ObjectId first, String path) throws IOException {
        int slash = path.indexOf('/');
        if (first == null || slash < 0) {
            return first != null;
        }
        if (reader.open(first).getType() != Constants.OBJ_TREE) {
            return false;
        }
        try (TreeWalk found = TreeWalk.forPath(reader, path.substring(slash + 1), first)) {
            return Optional.ofNullable(found).isPresent();
        }
    }

    /** Of the root, those that are still asked about. */
    private Map<String, ObjectId> entries(RevCommit commit) throws IOException {
        Map<String, ObjectId> entries = new HashMap<>();
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(reader, commit.getTree());
        for (; !parser.eof(); parser.next()) {
            String name = parser.getEntryPathString();
            if (open.containsKey(name)) {
                entries.put(name, parser.getEntryObjectId());
            }
        }
        return entries;
    }

    private static LocalDate day(RevCommit commit) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
    }
}
