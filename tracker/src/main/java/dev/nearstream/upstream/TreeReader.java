package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** The directories under one git tree, each read once. Safe for several threads. */
final class TreeReader {
    private final Repository repository;
    private final ObjectId root;
    private final ConcurrentMap<ObjectId, Map<String, Node>> directories = new ConcurrentHashMap<>();

    /** An entry of a git tree. */
    record Node(FileMode mode, ObjectId id) {
        boolean isDirectory() {
            return FileMode.TREE.equals(mode);
        }

        boolean isLink() {
            return FileMode.SYMLINK.equals(mode);
        }

        boolean isFile() {
            return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        }
    }

    TreeReader(Repository repository, ObjectId root) {
        this.repository = repository;
        this.root = root.copy();
    }

    ObjectId root() {
        return root;
    }

    Node rootNode() {
        return new Node(FileMode.TREE, root);
    }

    /** What stands at a path, no link followed. */
    Optional<Node> find(String path) throws IOException {
        Node node = rootNode();
        if (path.isEmpty()) {
            return Optional.of(node);
        }
        for (String name : path.split("/", -1)) {
            Optional<Node> next = child(node, name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    Optional<Node> child(Node directory, String name) throws IOException {
        return directory.isDirectory()
                ? Optional.ofNullable(children(directory.id()).get(name))
                : Optional.empty();
    }

    /** In git's order. */
    Map<String, Node> children(ObjectId directory) throws IOException {
        Task.check();
        Map<String, Node> known = directories.get(directory);
        if (known != null) {
            return known;
        }
        Map<String, Node> children = new LinkedHashMap<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            CanonicalTreeParser parser = new CanonicalTreeParser();
            parser.reset(reader, directory);
            for (; !parser.eof(); parser.next()) {
                String name = parser.getEntryPathString();
                if (isName(name)) {
                    children.put(name, new Node(parser.getEntryFileMode(), parser.getEntryObjectId()));
                }
            }
        }
        directories.put(directory, children);
        return children;
    }

    /** Names that no honest tree has, and that lead out of a directory. */
    private static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0;
    }

    /**
     * A blob's bytes.
     *
     * @throws LargeObjectException where it has more than {@code limit}
     */
    byte[] bytes(ObjectId blob, int limit) throws IOException {
        Task.check();
        try (ObjectReader reader = repository.newObjectReader()) {
            ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
            if (loader.getSize() > limit) {
                throw new LargeObjectException.ExceedsLimit(limit, loader.getSize());
            }
            return loader.getBytes(limit);
        }
    }

    long size(ObjectId blob) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.getObjectSize(blob, Constants.OBJ_BLOB);
        }
    }
}
