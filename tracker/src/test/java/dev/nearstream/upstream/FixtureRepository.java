package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A bare repository on disk with a fixed person and a clock that moves one day a commit, from 2024-01-01. */
public final class FixtureRepository implements AutoCloseable {
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAY = 86_400;

    private final Repository repository;
    private final Map<String, DirCacheEntry> files = new TreeMap<>();
    private @Nullable ObjectId head;
    private @Nullable Instant clock;
    private int commits;

    public FixtureRepository(Path directory) throws IOException {
        Isolation.install();
        repository = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        repository.create(true);
        repository.updateRef(Constants.HEAD).link("refs/heads/main");
    }

    public Repository repository() {
        return repository;
    }

    public Path path() {
        return repository.getDirectory().toPath();
    }

    public FixtureRepository file(String path, String text) throws IOException {
        return entry(path, FileMode.REGULAR_FILE, text);
    }

    public FixtureRepository file(String path, byte[] bytes) throws IOException {
        return entry(path, FileMode.REGULAR_FILE, bytes);
    }

    public FixtureRepository executable(String path, String text) throws IOException {
        return entry(path, FileMode.EXECUTABLE_FILE, text);
    }

    public FixtureRepository link(String path, String target) throws IOException {
        return entry(path, FileMode.SYMLINK, target);
    }

    /** A submodule at that commit of another repository. */
    public FixtureRepository submodule(String path, String commit) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.GITLINK);
        entry.setObjectId(ObjectId.fromString(commit));
        files.put(path, entry);
        return this;
    }

    public FixtureRepository remove(String path) {
        files.remove(path);
        return this;
    }

    /** On main, at noon of that day; the clock goes on as if it had not been. */
    public String commitOn(String day, String message) throws IOException {
        clock = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        try {
            return commit(message);
        } finally {
            clock = null;
        }
    }

    private FixtureRepository entry(String path, FileMode mode, String text) throws IOException {
        return entry(path, mode, text.getBytes(StandardCharsets.UTF_8));
    }

    private FixtureRepository entry(String path, FileMode mode, byte[] bytes) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(mode);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, bytes));
            inserter.flush();
            files.put(path, entry);
        }
        return this;
    }

    /** Goes on from that commit, with its files; main follows. */
    public FixtureRepository checkout(String commit) throws IOException {
        files.clear();
        head = ObjectId.fromString(commit);
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(walk.parseCommit(head).getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                DirCacheEntry entry = new DirCacheEntry(tree.getPathString());
                entry.setFileMode(tree.getFileMode(0));
                entry.setObjectId(tree.getObjectId(0));
                files.put(tree.getPathString(), entry);
            }
        }
        update("refs/heads/main", head);
        return this;
    }

    /** The commit that main names. */
    public String head() {
        if (head == null) {
            throw new IllegalStateException("nothing was committed yet");
        }
        return head.name();
    }

    /** Lets a branch, or any ref, name main's head. */
    public FixtureRepository ref(String name) throws IOException {
        update(name, head);
        return this;
    }

    /** On main. */
    public String commit(String message) throws IOException {
        return commit(message, head);
    }

    /** With main's head and the one given for parents. */
    public String merge(String message, String other) throws IOException {
        return commit(message, head, ObjectId.fromString(other));
    }

    private String commit(String message, @Nullable ObjectId... parents) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            files.values().forEach(builder::add);
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setAuthor(now());
            commit.setCommitter(now());
            commit.setMessage(message);
            for (ObjectId parent : parents) {
                if (parent != null) {
                    commit.addParentId(parent);
                }
            }
            head = inserter.insert(commit);
            inserter.flush();
            commits++;
        }
        update("refs/heads/main", head);
        return head.name();
    }

    /** A lightweight tag on main's head. */
    public FixtureRepository tag(String name) throws IOException {
        update("refs/tags/" + name, head);
        return this;
    }

    /** An annotated tag on main's head, half a day later than the commit before it would come. */
    public String annotate(String name) throws IOException {
        return annotate(name, name);
    }

    /** The same with a message of more than its name. */
    public String annotate(String name, String message) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TagBuilder tag = new TagBuilder();
            tag.setObjectId(head, Constants.OBJ_COMMIT);
            tag.setTag(name);
            tag.setTagger(now());
            tag.setMessage(message);
            ObjectId id = inserter.insert(tag);
            inserter.flush();
            update("refs/tags/" + name, id);
            return id.name();
        }
    }

    private void update(String ref, @Nullable ObjectId id) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(id);
        update.forceUpdate();
    }

    private PersonIdent now() {
        Instant day = clock == null ? START.plusSeconds((long) DAY * commits) : clock;
        return new PersonIdent("A U Thor", "author@example.org", day, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        repository.close();
    }
}
