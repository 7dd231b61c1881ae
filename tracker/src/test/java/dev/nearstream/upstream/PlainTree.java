package dev.nearstream.upstream;

import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A tree of plain files in a repository. */
record PlainTree(Repository repository, ObjectId tree) implements PatchTree {
    @Override
    public Optional<TreeEntry> find(String path) {
        try (TreeWalk walk = path.isEmpty() ? null : TreeWalk.forPath(repository, path, tree)) {
            if (walk == null && !path.isEmpty()) {
                return Optional.empty();
            }
            if (walk == null || walk.getFileMode() == FileMode.TREE) {
                return Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]));
            }
            byte[] content = repository.open(walk.getObjectId(0)).getBytes();
            return Optional.of(TreeEntry.of(TreeEntry.Kind.FILE, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
