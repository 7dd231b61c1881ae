package dev.nearstream.tracker;

import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An upstream's tree at a place of the workspace, opened when it is first looked at. Not thread-safe. */
final class Mount implements AutoCloseable {
    private final String directory;
    private final Mirror mirror;
    private final Revision revision;
    private final boolean submodules;
    private final @Nullable Checkout checkout;
    private @Nullable SourceTree tree;
    private TreeChanges picked = TreeChanges.NONE;

    /**
     * @param checkout that it is of; null for an archive and a submodule
     * @param directory relative to the workspace; {@code ""} for its root
     * @param submodules whether its submodules are checked out too
     */
    Mount(@Nullable Checkout checkout, String directory, Mirror mirror, Revision revision, boolean submodules) {
        this.checkout = checkout;
        this.directory = directory;
        this.mirror = mirror;
        this.revision = revision;
        this.submodules = submodules;
    }

    String directory() {
        return directory;
    }

    Mirror mirror() {
        return mirror;
    }

    /** What upstream is asked for. */
    String revision() {
        return revision.name();
    }

    String commit() {
        return revision.commit();
    }

    boolean submodules() {
        return submodules;
    }

    /** What tells this mount from another: equal ids mean equal trees at equal places. */
    String id() {
        return "%s=%s%s%s"
                .formatted(
                        directory,
                        revision.commit(),
                        submodules ? "+submodules" : "",
                        picks().isEmpty()
                                ? ""
                                : "+picks "
                                        + picks().stream()
                                                .map(Checkout.CherryPick::commit)
                                                .collect(Collectors.joining(" ")));
    }

    /** The commits that are picked onto it. */
    List<Checkout.CherryPick> picks() {
        return checkout == null ? List.of() : checkout.cherryPicks();
    }

    boolean isOf(Checkout other) {
        return other.equals(checkout);
    }

    /** Lays over the tree what its picks make of it. */
    void picked(TreeChanges changes) {
        picked = changes;
    }

    /** Whether the picks changed a path, or made something below it. */
    boolean isPicked(String path) {
        return picked.entries().containsKey(path) || isAbovePicked(path);
    }

    /** What the picks made of a path; empty where they left nothing there. */
    Optional<TreeEntry> picked(String path) {
        return isAbovePicked(path)
                ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]))
                : picked.entries().getOrDefault(path, Optional.empty());
    }

    private boolean isAbovePicked(String path) {
        return !picked.entries().containsKey(path)
                && picked.entries().entrySet().stream()
                        .anyMatch(one -> one.getKey().startsWith(path + "/")
                                && one.getValue().isPresent());
    }

    /** Whether a path of the workspace lies in it. */
    boolean holds(String path) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }

    /** A workspace's path as this tree has it. */
    String inside(String path) {
        if (directory.isEmpty()) {
            return path;
        }
        return path.length() <= directory.length() ? "" : path.substring(directory.length() + 1);
    }

    SourceTree tree(Troubles troubles) {
        SourceTree opened = tree;
        if (opened == null) {
            try {
                opened = mirror.tree(revision.name());
            } catch (UpstreamException e) {
                throw troubles.unreadable(directory.isEmpty() ? "the tree" : directory, e);
            }
            tree = opened;
        }
        return opened;
    }

    @Override
    public void close() {
        if (tree != null) {
            tree.close();
        }
    }

    /** Turns upstream's failures into the patch engine's, and notes whether another night may fare better. */
    static final class Troubles {
        private boolean passing;

        UnreadableFileException unreadable(String path, UpstreamException e) {
            passing |= switch (e.kind()) {
                case MISSING_OBJECT, NO_REF, NOT_FOUND, REFUSED -> false;
                case UNREACHABLE, HOST_OUT, OFFLINE, DENIED, LOCKED, FAILED -> true;
            };
            return new UnreadableFileException(path, String.valueOf(e.getMessage()));
        }

        /** Whether one of them may pass by itself. */
        boolean passing() {
            return passing;
        }
    }
}
