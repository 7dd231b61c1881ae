package dev.nearstream.upstream;

import dev.nearstream.upstream.Ancestry.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Walks two commits' ancestors until they meet, and tells which of them belong to one alone. */
final class Painting {
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int BOTH = LEFT | RIGHT;
    /** An ancestor of one that both contain, and so no merge base. */
    private static final int BELOW = 4;

    private final Ancestry ancestry;
    private final List<Node> taken = new ArrayList<>();
    private int open;
    private int oldest = Integer.MAX_VALUE;

    Painting(Ancestry ancestry) {
        this.ancestry = ancestry;
    }

    /**
     * What was found, newest first.
     *
     * @param base the newest of both, or null
     * @param gap why it is not certain; else null
     */
    record Sides(
            List<RevCommit> left,
            List<RevCommit> right,
            @Nullable RevCommit base,
            @Nullable String gap) {}

    Sides of(ObjectId left, ObjectId right) throws IOException {
        mark(ancestry.start(left), LEFT);
        mark(ancestry.start(right), RIGHT);
        // What both contain may turn out to be older than what one alone seemed to: on until it is.
        for (Node next = ancestry.newest();
                next != null && (open > 0 || next.time() >= oldest) && !ancestry.over();
                next = ancestry.newest()) {
            Node node = ancestry.take();
            if (!isCommon(node)) {
                open--;
                oldest = Math.min(oldest, node.time());
            }
            taken.add(node);
            ancestry.expand(node, (child, parent) -> mark(parent, isCommon(child) ? BOTH | BELOW : child.marks));
        }
        return sides();
    }

    private void mark(Node node, int paint) {
        int before = node.marks;
        boolean wasOpen = node.isQueued() && !isCommon(node);
        node.marks |= paint;
        if (node.marks == before) {
            return;
        }
        open += (isCommon(node) ? 0 : 1) - (wasOpen ? 1 : 0);
        ancestry.queue(node);
    }

    private Sides sides() {
        List<RevCommit> left = new ArrayList<>();
        List<RevCommit> right = new ArrayList<>();
        @Nullable String gap = ancestry.over() ? ancestry.overWords() : null;
        for (Node node : new LinkedHashSet<>(taken)) {
            if (!isCommon(node)) {
                (node.marks == LEFT ? left : right).add(node.commit());
                gap = gap == null ? node.cut() : gap;
            }
        }
        return new Sides(left, right, base(), gap);
    }

    private @Nullable RevCommit base() {
        @Nullable Node base = null;
        for (Node node : ancestry.nodes()) {
            if (node.marks == BOTH && (base == null || node.time() > base.time())) {
                base = node;
            }
        }
        return base == null ? null : base.commit();
    }

    private static boolean isCommon(Node node) {
        return (node.marks & BOTH) == BOTH;
    }
}
