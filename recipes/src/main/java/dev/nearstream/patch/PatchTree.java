package dev.nearstream.patch;

import java.util.Optional;

/** The files that patches are held against. */
@FunctionalInterface
public interface PatchTree {
    /**
     * What stands at a path, without following a symbolic link at any place of it.
     *
     * @param path relative to the tree's root, names separated by single slashes, without {@code .} and {@code ..}; the
     *     root itself is the empty path, a directory
     * @return empty where nothing stands there
     */
    Optional<TreeEntry> find(String path);
}
