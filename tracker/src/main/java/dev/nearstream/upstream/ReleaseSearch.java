package dev.nearstream.upstream;

import dev.nearstream.upstream.Ancestry.Node;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first of some revisions that contains a commit, in one walk down from all of them and from the commit. Each
 * commit bears the lowest number of the revisions that reach it. The commit's own ancestors are walked only to be told
 * from the others: nothing leads from them to it.
 */
final class ReleaseSearch {
    private static final int OURS = 1 << 30;
    private static final int NONE = OURS - 1;
    private static final int FIRST = 1;

    private final Ancestry ancestry;
    private int open;

    ReleaseSearch(Ancestry ancestry) {
        this.ancestry = ancestry;
    }

    /**
     * What was found.
     *
     * @param index of the first that contains it, or -1
     * @param gap why that is not certain; else null
     */
    record Found(int index, @Nullable String gap) {}

    /** @param revisions null for one that is not there */
    Found first(ObjectId commit, List<@Nullable ObjectId> revisions) throws IOException {
        Node target = ancestry.start(commit);
        mark(target, NONE, OURS);
        int absent = NONE;
        for (int i = 0; i < revisions.size(); i++) {
            ObjectId revision = revisions.get(i);
            if (revision == null) {
                absent = Math.min(absent, FIRST + i);
            } else {
                mark(ancestry.start(revision), FIRST + i, 0);
            }
        }
        while (open > 0 && number(target) > FIRST && !ancestry.over()) {
            Node node = ancestry.take();
            open -= isOurs(node) ? 0 : 1;
            ancestry.expand(node, (child, parent) -> {
                if (isOurs(child)) {
                    mark(parent, NONE, OURS);
                } else {
                    mark(parent, number(child), 0);
                }
            });
        }
        return found(number(target), absent);
    }

    private void mark(Node node, int number, int ours) {
        int before = node.marks;
        boolean wasOpen = node.isQueued() && !isOurs(node);
        node.marks = (before & OURS) | ours | Math.min(number(node), number);
        if (node.marks == before || (isOurs(node) && ours == 0)) {
            return;
        }
        open += (isOurs(node) ? 0 : 1) - (wasOpen ? 1 : 0);
        ancestry.queue(node);
    }

    private Found found(int number, int absent) {
        if (ancestry.over() && number > FIRST) {
            return new Found(-1, ancestry.overWords());
        }
        int doubtful = absent;
        @Nullable String gap = "one of the releases is not there";
        for (Node node : ancestry.nodes()) {
            if (node.cut() != null && !isOurs(node) && number(node) < doubtful) {
                doubtful = number(node);
                gap = node.cut();
            }
        }
        if (doubtful < number) {
            return new Found(-1, gap);
        }
        return new Found(number == NONE ? -1 : number - FIRST, null);
    }

    private static boolean isOurs(Node node) {
        return (node.marks & OURS) != 0;
    }

    /** The lowest of the revisions that reach it. */
    private static int number(Node node) {
        int number = node.marks & NONE;
        return number == 0 ? NONE : number;
    }
}
