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
import java.util.stream.Stream;
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
 * before. The same walk tells on which day a path was last given other content; for a path of which only that is asked
 * it ends there.
 */
final class PathAges implements AutoCloseable {
    private final RevWalk walk;
    private final ObjectReader reader;
    private final Set<ObjectId> border;

    /** Paths whose beginning is not found yet, by their first name. */
    private final Map<String, Set<String>> open = new HashMap<>();

    /** What paths are now whose last change is asked for and not found yet. */
    private final Map<String, ObjectId> content = new HashMap<>();

    private final Set<String> born;
    private final Map<String, Since> since = new HashMap<>();
    private final Map<String, Since> touched = new HashMap<>();

    /** A day, and that day's last commit. */
    record Since(LocalDate day, ObjectId last) {}

    /**
     * A walk for these paths.
     *
     * @param born those whose beginning is asked for
     * @param touched those whose last change is
     */
    PathAges(Repository repository, Collection<String> born, Collection<String> touched) throws IOException {
        this.reader = repository.newObjectReader();
        this.walk = new RevWalk(reader);
        walk.setRetainBody(false);
        this.border = repository.getObjectDatabase().getShallowCommits();
        this.born = new HashSet<>(born);
        touched.forEach(path -> content.put(path, ObjectId.zeroId()));
        Stream.concat(born.stream(), touched.stream())
                .forEach(path -> open.computeIfAbsent(first(path), name -> new HashSet<>())
                        .add(path));
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** The day on which each came to stay. */
    Map<String, Since> since() {
        return Map.copyOf(since);
    }

    /** The day on which each was last changed. */
    Map<String, Since> touched() {
        return Map.copyOf(touched);
    }

    void walk(ObjectId start) throws IOException {
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
            open.clear(); // A partial clone's border: what is still open was there before.
        }
    }

    /** What is not even in the first tree has no beginning. */
    private void drop(Map<String, ObjectId> tree) throws IOException {
        for (String name : Set.copyOf(open.keySet())) {
            @Nullable ObjectId entry = tree.get(name);
            for (String path : paths(name)) {
                Optional<ObjectId> there = find(entry, path);
                there.ifPresent(object -> content.computeIfPresent(path, (asked, none) -> object));
                if (there.isEmpty()) {
                    end(name, path);
                }
            }
        }
    }

    private Set<String> paths(String name) {
        return Set.copyOf(open.getOrDefault(name, Set.of()));
    }

    private void end(String name, String path) {
        content.remove(path);
        Set<String> paths = open.getOrDefault(name, Set.of());
        paths.remove(path);
        if (paths.isEmpty()) {
            open.remove(name);
        }
    }

    /** Ends the search for the paths that were not there before, or that were another and of which no more is asked. */
    private void close(Map<String, ObjectId> tree, Map<String, ObjectId> before, Since day) throws IOException {
        for (String name : Set.copyOf(open.keySet())) {
            @Nullable ObjectId entry = before.get(name);
            if (entry != null && entry.equals(tree.get(name))) {
                continue;
            }
            for (String path : paths(name)) {
                close(name, path, find(entry, path), day);
            }
        }
    }

    private void close(String name, String path, Optional<ObjectId> before, Since day) {
        @Nullable ObjectId now = content.get(path);
        if (now != null && !before.equals(Optional.of(now))) {
            touched.put(path, day);
            content.remove(path);
        }
        if (before.isEmpty() && born.contains(path)) {
            since.put(path, day);
        }
        if (before.isEmpty() || (!born.contains(path) && !content.containsKey(path))) {
            end(name, path);
        }
    }

    /** What a path is, given what its first name is in the root. */
    private Optional<ObjectId> find(@Nullable ObjectId first, String path) throws IOException {
        int slash = path.indexOf('/');
        if (first == null || slash < 0) {
            return Optional.ofNullable(first);
        }
        if (reader.open(first).getType() != Constants.OBJ_TREE) {
            return Optional.empty();
        }
        try (TreeWalk found = TreeWalk.forPath(reader, path.substring(slash + 1), first)) {
            return Optional.ofNullable(found).map(entry -> entry.getObjectId(0));
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
