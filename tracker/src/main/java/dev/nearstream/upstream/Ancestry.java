package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * The commits of one walk, newest first, each with the marks that its children hand down. A commit that gets another mark
 * once it was looked at is looked at again, so that clocks that went wrong do no harm.
 */
final class Ancestry {
    private final RevWalk walk;
    private final Set<ObjectId> shallow;
    private final int bound;
    private final Map<ObjectId, Node> nodes = new HashMap<>();
    private final PriorityQueue<Node> queue =
            new PriorityQueue<>(Comparator.comparingInt(Node::time).reversed().thenComparingInt(node -> node.number));
    private boolean over;

    /** A commit of the walk. */
    static final class Node {
        private final RevCommit commit;
        private final int number;
        private boolean queued;
        private @Nullable String cut;

        /** What the walk's owner keeps about it. */
        int marks;

        private Node(RevCommit commit, int number) {
            this.commit = commit;
            this.number = number;
        }

        RevCommit commit() {
            return commit;
        }

        boolean isQueued() {
            return queued;
        }

        int time() {
            return commit.getCommitTime();
        }

        /** Why its parents, or some of them, are not there; null where they are. */
        @Nullable
        String cut() {
            return cut;
        }
    }

    /** Hands a commit's marks down to one of its parents, and queues the parent where that changed them. */
    interface Handing {
        void down(Node child, Node parent);
    }

    /**
     * @param shallow the commits whose parents the repository has cut off
     * @param bound of commits that are looked at
     */
    Ancestry(RevWalk walk, Set<ObjectId> shallow, int bound) {
        this.walk = walk;
        this.shallow = shallow;
        this.bound = bound;
    }

    /** A commit to begin with; queue it once it is marked. */
    Node start(ObjectId id) throws IOException {
        return node(walk.parseCommit(id));
    }

    void queue(Node node) {
        if (!node.queued) {
            node.queued = true;
            queue.add(node);
        }
    }

    /** The newest in the queue, which stays there, or null. */
    @Nullable
    Node newest() {
        return queue.peek();
    }

    /** Takes the newest from the queue; it must not be empty. */
    Node take() {
        Task.check();
        Node node = queue.remove();
        node.queued = false;
        return node;
    }

    /** Hands a commit's marks to those of its parents that are there. */
    void expand(Node node, Handing handing) throws IOException {
        if (shallow.contains(node.commit)) {
            node.cut = "history is cut before commit " + node.commit.name();
        }
        for (RevCommit parent : node.commit.getParents()) {
            Node above;
            try {
                above = node(parent);
            } catch (MissingObjectException e) {
                node.cut = "commit " + parent.name() + " is missing from the repository";
                continue;
            }
            handing.down(node, above);
        }
    }

    /** Whether more commits than the bound were met. */
    boolean over() {
        return over;
    }

    String overWords() {
        return "more than " + bound + " commits would have to be looked at";
    }

    Iterable<Node> nodes() {
        return nodes.values();
    }

    private Node node(RevCommit commit) throws IOException {
        Node known = nodes.get(commit);
        if (known == null) {
            walk.parseHeaders(commit);
            known = new Node(commit, nodes.size());
            nodes.put(commit, known);
            over |= nodes.size() > bound;
        }
        return known;
    }
}
