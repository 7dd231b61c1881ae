package dev.nearstream.upstream;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A commit's tree in a repository of this machine. */
final class CommitTree implements SourceTree {
    private static final int LARGEST = 1 << 28;

    private final Repository repository;
    private final String url;
    private final ObjectId commit;
    private final Instant date;
    private final TreeReader tree;

    private CommitTree(Repository repository, String url, RevCommit commit) {
        this.repository = repository;
        this.url = url;
        this.commit = commit.copy();
        this.date = Instant.ofEpochSecond(commit.getCommitTime());
        this.tree = new TreeReader(repository, commit.getTree());
    }

    /** Keeps the repository open until it is closed itself. */
    static CommitTree open(Repository repository, String url, ObjectId object) throws UpstreamException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(object);
            repository.incrementOpen();
            return new CommitTree(repository, url, commit);
        } catch (MissingObjectException e) {
            throw missing(url, object.name(), e);
        } catch (IncorrectObjectTypeException e) {
            throw Problems.of(UpstreamException.Kind.NO_REF, url, object.name(), "this is no commit", "", e);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url, object.name(), Problems.quoted(e), "", e);
        }
    }

    @Override
    public String location() {
        return url + " " + commit.name();
    }

    /** The repository's, as messages name it. */
    String url() {
        return url;
    }

    @Override
    public String commit() {
        return commit.name();
    }

    @Override
    public String treeId() {
        return tree.root().name();
    }

    /** The committer's. */
    Instant date() {
        return date;
    }

    TreeReader tree() {
        return tree;
    }

    /** Open until this is closed. */
    Repository repository() {
        return repository;
    }

    @Override
    public Optional<Entry> find(String path) throws UpstreamException {
        return node(path).map(CommitTree::entry);
    }

    @Override
    public Optional<byte[]> read(String path) throws UpstreamException {
        Optional<TreeReader.Node> node = node(path).filter(found -> found.isFile() || found.isLink());
        if (node.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(tree.bytes(node.get().id(), LARGEST));
        } catch (LargeObjectException e) {
            throw failed(path, "a file larger than " + (LARGEST >> 20) + " MB", e);
        } catch (MissingObjectException e) {
            throw missing(url, commit.name() + ":" + path, e);
        } catch (IOException e) {
            throw failed(path, Problems.quoted(e), e);
        }
    }

    @Override
    public List<String> children(String directory) throws UpstreamException {
        Optional<TreeReader.Node> node = node(directory).filter(TreeReader.Node::isDirectory);
        if (node.isEmpty()) {
            return List.of();
        }
        try {
            return List.copyOf(tree.children(node.get().id()).keySet());
        } catch (MissingObjectException e) {
            throw missing(url, commit.name() + ":" + directory, e);
        } catch (IOException e) {
            throw failed(directory, Problems.quoted(e), e);
        }
    }

    private Optional<TreeReader.Node> node(String path) throws UpstreamException {
        try {
            return tree.find(path);
        } catch (MissingObjectException e) {
            throw missing(url, commit.name() + ":" + path, e);
        } catch (IOException e) {
            throw failed(path, Problems.quoted(e), e);
        }
    }

    static Entry entry(TreeReader.Node node) {
        Type type = switch (node.mode().getObjectType()) {
            case Constants.OBJ_TREE -> Type.DIRECTORY;
            case Constants.OBJ_COMMIT -> Type.SUBMODULE;
            default -> {
                boolean executable = FileMode.EXECUTABLE_FILE.equals(node.mode());
                yield node.isLink() ? Type.SYMLINK : executable ? Type.EXECUTABLE : Type.FILE;
            }
        };
        return new Entry(type, node.id().name());
    }

    private UpstreamException failed(String path, String what, Exception cause) {
        return Problems.of(UpstreamException.Kind.FAILED, url, commit.name() + ":" + path, what, "", cause);
    }

    static UpstreamException missing(String url, String revision, MissingObjectException cause) {
        String object = cause.getObjectId() == null
                ? "an object"
                : "object " + cause.getObjectId().name();
        return Problems.of(
                UpstreamException.Kind.MISSING_OBJECT,
                url,
                revision,
                object + " is missing from the repository",
                "a complete clone would have it",
                cause);
    }

    @Override
    public void close() {
        repository.close();
    }
}
