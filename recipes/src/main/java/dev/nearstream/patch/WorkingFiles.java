package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files as one run of {@code patch} sees them: the tree, with what was written since.
 *
 * <p>GNU patch's rules: within git's format every part refers to the files as they were before the first, so changed
 * files are written only when the next part is not git's, when a file is changed a second time, or at the end; new files
 * are written at once; files are deleted at the very end, and count as gone from the moment that is decided, unless
 * they are written again.
 */
final class WorkingFiles {
    private final PatchTree tree;
    private final SearchBudget budget;
    private final Map<String, Optional<Node>> nodes = new HashMap<>();
    private final Set<String> directories = new HashSet<>();
    private final List<Output> queue = new ArrayList<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final Map<String, Optional<TreeEntry>> changes = new HashMap<>();
    private boolean inGitSection;

    WorkingFiles(PatchTree tree, SearchBudget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** A file as it stands; another one after it was written anew. */
    static final class Node {
        private final TreeEntry entry;
        private boolean deletedLater;
        private boolean changedLater;

        private Node(TreeEntry entry) {
            this.entry = entry;
        }

        TreeEntry entry() {
            return entry;
        }

        boolean isDeletedLater() {
            return deletedLater;
        }
    }

    /** Says whether the part that follows is in git's format. */
    boolean beginPart(boolean git) {
        boolean leavesGit = inGitSection && !git;
        if (leavesGit) {
            flush();
        }
        boolean switched = inGitSection != git;
        inGitSection = git;
        return leavesGit && switched;
    }

    /** What stands under a name, links on the way followed, the last one not. */
    @Nullable
    Node stat(String name) {
        String path = resolve(name);
        Node node = path == null ? null : node(path);
        return node == null || (name.endsWith("/") && node.entry.kind().isFile()) ? null : node;
    }

    /** Whether a name stands for something that is not about to be deleted. */
    boolean exists(String name) {
        Node node = stat(name);
        return node != null && !node.deletedLater;
    }

    /** Makes the directories above a name; false where that is outside the tree or below a file. */
    boolean makeDirectories(String name) {
        String path = resolve(name);
        if (path != null) {
            PatchedTree.addParents(path, directories);
        }
        return path != null;
    }

    /** How many of the directories that a name goes through exist, from the left. */
    int existingDirectories(String name) {
        int count = 0;
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) == '/' && name.charAt(i - 1) != '/') {
                String below = resolve(name.substring(0, i) + "/below");
                Node node = below == null ? null : node(below.substring(0, Math.max(0, below.lastIndexOf('/'))));
                if (node == null || !node.entry.kind().isDirectory()) {
                    break;
                }
                count++;
            }
        }
        return count;
    }

    /** Marks a file that a git part changes; true where one before it did too, and that was written now. */
    boolean markChanged(String name) {
        Node node = stat(name);
        if (node == null) {
            return false;
        }
        boolean again = node.changedLater;
        if (again) {
            flush();
            node = stat(name);
        }
        if (node != null) {
            node.changedLater = true;
        }
        return again;
    }

    void write(String name, TreeEntry entry, boolean later) {
        if (later) {
            queue.add(new Output(name, entry));
        } else {
            write(name, entry);
        }
    }

    /** Marks a file to be deleted at the end; with none to mark, what stands there then is deleted. */
    void deleteLater(String name, @Nullable Node node) {
        if (node != null) {
            node.deletedLater = true;
        }
        deletions.add(new Deletion(name, node));
    }

    /** Writes and deletes what is left. */
    void finish() {
        flush();
        for (Deletion deletion : deletions) {
            if (deletion.node() == null || deletion.node().deletedLater) {
                String path = reachable(deletion.name());
                Node there = node(path);
                if (there != null && there.entry.kind().isDirectory()) {
                    throw new PatchAbortedException("cannot delete " + path + ", which is a directory");
                }
                nodes.put(path, Optional.empty());
                changes.put(path, Optional.empty());
            }
        }
    }

    TreeChanges changes() {
        return new TreeChanges(changes);
    }

    private void flush() {
        queue.forEach(output -> write(output.name(), output.entry()));
        queue.clear();
    }

    private void write(String name, TreeEntry entry) {
        String path = reachable(name);
        Node before = node(path);
        if (name.endsWith("/") || (before != null && before.entry.kind().isDirectory())) {
            throw new PatchAbortedException("cannot write " + name + ", which is a directory");
        }
        if (before != null) {
            before.deletedLater = false;
        }
        nodes.put(path, Optional.of(new Node(entry)));
        changes.put(path, Optional.of(entry));
    }

    private @Nullable Node node(String path) {
        Optional<Node> known = nodes.get(path);
        if (known == null) {
            known = tree.find(path).map(Node::new);
            nodes.put(path, known);
        }
        if (known.isEmpty() && directories.contains(path)) {
            known = Optional.of(new Node(DIRECTORY));
            nodes.put(path, known);
        }
        return known.orElse(null);
    }

    private String reachable(String name) {
        String path = resolve(name);
        if (path == null) {
            throw new PatchAbortedException(
                    "cannot write " + shown(name) + ", which leads out of the tree or through a file, or is too long");
        }
        return path;
    }

    private static String shown(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200) + "…";
    }

    private @Nullable String resolve(String name) {
        return new PathResolver(path -> {
                    budget.resolve(path.length());
                    Node node = node(path);
                    return node == null ? null : node.entry;
                })
                .resolve(name);
    }

    private static final TreeEntry DIRECTORY = TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]);

    private record Output(String name, TreeEntry entry) {}

    private record Deletion(String name, @Nullable Node node) {}
}
