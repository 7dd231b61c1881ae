package dev.nearstream.delta.pick;

import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * A file, link or submodule as one side of a merge has it; equal types and ids mean equal files.
 *
 * @param content read when it is asked for
 */
record PickFile(SourceTree.Type type, String id, Content content) {
    /** A file's bytes. */
    interface Content {
        Optional<byte[]> read() throws UpstreamException;
    }

    static PickFile of(SourceTree.Entry entry, Content content) {
        return new PickFile(entry.type(), entry.id(), content);
    }

    static PickFile of(SourceTree.Type type, byte[] bytes) {
        try (ObjectInserter.Formatter hashes = new ObjectInserter.Formatter()) {
            String id = hashes.idFor(Constants.OBJ_BLOB, bytes).name();
            return new PickFile(type, id, () -> Optional.of(bytes));
        }
    }

    /** With its content at hand, whatever becomes of the repository that it is from. */
    PickFile loaded() throws UpstreamException {
        Optional<byte[]> bytes = content.read();
        return new PickFile(type, id, () -> bytes);
    }

    byte[] bytes() throws UpstreamException {
        return content.read().orElse(new byte[0]);
    }

    boolean isFile() {
        return type == SourceTree.Type.FILE || type == SourceTree.Type.EXECUTABLE;
    }

    static boolean same(Optional<PickFile> one, Optional<PickFile> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().type == other.get().type && one.get().id.equals(other.get().id);
    }
}
