package dev.nearstream.recipe;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The files of a recipe tree: a directory, or a commit's tree in a git repository. Paths are relative to the tree's
 * root, with {@code /}; a path or a symbolic link that leads out of the tree is answered as absent. Safe for use by
 * several threads.
 */
public interface RecipeFiles {

    /** What stands in a directory: a file (symbolic links to files included) or a directory (or a link to one). */
    record Entry(String name, boolean directory) {}

    /** The tree's own name for messages: the directory, or the URL and commit. */
    String location();

    /** What lies directly in {@code directory} ({@code ""} is the root), sorted by name; empty where there is no such directory. */
    List<Entry> list(String directory) throws IOException;

    /** Whether a file (or a link to one) stands there. */
    default boolean isFile(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return list(path.substring(0, Math.max(slash, 0))).stream()
                .anyMatch(entry -> entry.name().equals(name) && !entry.directory());
    }

    /**
     * The bytes of a file.
     *
     * @throws FileTooLargeException when it is larger than {@code limit} bytes; nothing of it has been read then
     */
    Optional<byte[]> read(String path, int limit) throws IOException;

    /** The path without symbolic links: where the file's own entry lies in the tree; {@code path} itself where unknown. */
    default String followed(String path) {
        return path;
    }
}
