package dev.nearstream.upstream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** One commit beside its first parent. Not safe for several threads. */
public final class SourceCommit implements AutoCloseable {
    /** Files of one commit; a vendored tree in one piece may have more, and nobody picks that. */
    private static final int MOST_FILES = 20_000;

    private final Repository repository;
    private final String url;
    private final Change change;
    private final CommitTree after;
    private final @Nullable CommitTree before;

    private SourceCommit(
            Repository repository, String url, Change change, CommitTree after, @Nullable CommitTree before) {
        this.repository = repository;
        this.url = url;
        this.change = change;
        this.after = after;
        this.before = before;
    }

    /** What a commit makes of one path: empty where there is nothing, or a directory. */
    public record FileChange(String path, Optional<SourceTree.Entry> before, Optional<SourceTree.Entry> after) {}

    /** @throws UpstreamException of kind MISSING_OBJECT where it or its first parent is not there */
    static SourceCommit open(Repository repository, String url, ObjectId id) throws UpstreamException {
        Change change = read(repository, url, id);
        CommitTree after = CommitTree.open(repository, url, id);
        try {
            @Nullable
            CommitTree before = change.parents().isEmpty()
                    ? null
                    : CommitTree.open(
                            repository,
                            url,
                            ObjectId.fromString(change.parents().get(0)));
            return new SourceCommit(repository, url, change, after, before);
        } catch (UpstreamException e) {
            after.close();
            throw e;
        }
    }

    private static Change read(Repository repository, String url, ObjectId id) throws UpstreamException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return CommitReader.read(reader, id);
        } catch (MissingObjectException e) {
            throw CommitTree.missing(url, id.name(), e);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url, id.name(), Problems.quoted(e), "", e);
        }
    }

    public Change change() {
        return change;
    }

    /** The files in which it differs from its first parent, in git's order; all of a commit without one. */
    public List<FileChange> files() throws UpstreamException {
        List<FileChange> files = new ArrayList<>();
        try (TreeWalk trees = new TreeWalk(repository)) {
            if (before == null) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(before.tree().root());
            }
            trees.addTree(after.tree().root());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                if (files.size() == MOST_FILES) {
                    throw failed("more than " + MOST_FILES + " files are changed", null);
                }
                files.add(new FileChange(trees.getPathString(), entry(trees, 0), entry(trees, 1)));
            }
            return files;
        } catch (MissingObjectException e) {
            throw CommitTree.missing(url, change.commit(), e);
        } catch (IOException e) {
            throw failed(Problems.quoted(e), e);
        }
    }

    private static Optional<SourceTree.Entry> entry(TreeWalk trees, int side) {
        FileMode mode = trees.getFileMode(side);
        return mode.getObjectType() == Constants.OBJ_BAD
                ? Optional.empty()
                : Optional.of(CommitTree.entry(new TreeReader.Node(mode, trees.getObjectId(side))));
    }

    /** A file's bytes in its first parent; empty where there is none. */
    public Optional<byte[]> before(String path) throws UpstreamException {
        return before == null ? Optional.empty() : before.read(path);
    }

    /** A file's bytes as it leaves them. */
    public Optional<byte[]> after(String path) throws UpstreamException {
        return after.read(path);
    }

    /** What it renames a file of its first parent to, by git's measure of likeness. */
    public Optional<String> renames(String path) throws UpstreamException {
        return before == null ? Optional.empty() : renamed(path, before, after);
    }

    /**
     * What a file of its first parent is called in another tree of the same mirror that has not got it under its name;
     * empty where nothing there is like it.
     */
    public Optional<String> renamedIn(SourceTree tree, String path) throws UpstreamException {
        return before == null || !(tree instanceof CommitTree other) ? Optional.empty() : renamed(path, before, other);
    }

    private Optional<String> renamed(String path, CommitTree from, CommitTree to) throws UpstreamException {
        try {
            return new Renames(repository).renamed(from.tree().root(), to.tree().root(), path);
        } catch (MissingObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(Problems.quoted(e), e);
        }
    }

    private UpstreamException failed(String what, @Nullable Exception cause) {
        return Problems.of(UpstreamException.Kind.FAILED, url, change.commit(), what, "", cause);
    }

    @Override
    public void close() {
        after.close();
        if (before != null) {
            before.close();
        }
    }
}
