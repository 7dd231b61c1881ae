package dev.nearstream.upstream;

import java.util.List;
import java.util.Optional;

/**
 * The files of one upstream commit, read on demand. Not safe for several threads. Paths are relative to the root, with
 * {@code /}.
 */
public interface SourceTree extends AutoCloseable {

    /** What stands at a path. */
    enum Type {
        FILE,
        EXECUTABLE,
        SYMLINK,
        DIRECTORY,
        SUBMODULE
    }

    /** An entry and, for files and links, the hash of its blob. */
    record Entry(Type type, String id) {}

    /** The URL as declared and the commit, for messages. */
    String location();

    /** The commit's hash. */
    String commit();

    /** The tree's own hash: equal trees have equal ids, whatever the commit. */
    String treeId();

    Optional<Entry> find(String path) throws UpstreamException;

    /**
     * A file's bytes, or a link's target; empty where there is none.
     *
     * @throws UpstreamException of kind MISSING_OBJECT where the repository lacks the blob
     */
    Optional<byte[]> read(String path) throws UpstreamException;

    /** The names in a directory, in git's order; empty where there is none, and in a submodule. */
    List<String> children(String directory) throws UpstreamException;

    @Override
    void close();
}
