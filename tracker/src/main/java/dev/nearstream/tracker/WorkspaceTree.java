package dev.nearstream.tracker;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directory of melange's workspace as patches see it: the checkouts and archives at their places, and submodules
 * where the recipe asks for them. Not thread-safe.
 */
final class WorkspaceTree implements WorkspaceFiles {
    private final String directory;
    private final List<Mount> mounts;
    private final Submodules submodules;
    private final Mount.Troubles troubles;
    private final Map<String, Optional<TreeEntry>> seen = new HashMap<>();

    /**
     * @param directory relative to the workspace, {@code "."} for its root
     * @param mounts in the order in which they are laid over each other: what is in none of the later ones is looked for
     *     in the earlier ones
     */
    WorkspaceTree(String directory, List<Mount> mounts, Submodules submodules, Mount.Troubles troubles) {
        this.directory = directory.equals(".") ? "" : directory;
        List<Mount> latestFirst = new ArrayList<>(mounts);
        Collections.reverse(latestFirst);
        this.mounts = latestFirst;
        this.submodules = submodules;
        this.troubles = troubles;
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        Task.check();
        return seen.computeIfAbsent(path, this::look);
    }

    @Override
    public List<String> children(String path) {
        Task.check();
        String whole = whole(path);
        Set<String> names = new TreeSet<>();
        for (Mount mount : mounts) {
            if (mount.directory().startsWith(whole.isEmpty() ? "" : whole + "/")
                    && mount.directory().length() > whole.length()) {
                String below = mount.directory().substring(whole.isEmpty() ? 0 : whole.length() + 1);
                names.add(below.substring(0, (below + "/").indexOf('/')));
            }
        }
        mounts.stream()
                .filter(mount -> mount.holds(whole))
                .forEach(mount -> names.addAll(childrenIn(mount, mount.inside(whole), 0)));
        return List.copyOf(names);
    }

    private List<String> childrenIn(Mount mount, String path, int depth) {
        SourceTree tree = mount.tree(troubles);
        try {
            List<String> names = tree.children(path);
            if (!names.isEmpty() || !mount.submodules()) {
                return names;
            }
            Optional<Mount> module = submodules.holding(mount, tree, path, depth);
            return module.isPresent() ? childrenIn(module.get(), module.get().inside(path), depth + 1) : names;
        } catch (UpstreamException e) {
            throw troubles.unreadable(path, e);
        }
    }

    private String whole(String path) {
        return directory.isEmpty() || path.isEmpty() ? directory + path : directory + "/" + path;
    }

    private Optional<TreeEntry> look(String path) {
        String whole = whole(path);
        for (Mount mount : mounts) {
            Optional<TreeEntry> entry = mount.holds(whole) ? in(mount, mount.inside(whole), 0) : Optional.empty();
            if (entry.isPresent()) {
                return entry;
            }
        }
        boolean above = mounts.stream().anyMatch(mount -> mount.directory().startsWith(whole + "/"));
        return above ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0])) : Optional.empty();
    }

    private Optional<TreeEntry> in(Mount mount, String path, int depth) {
        if (mount.isPicked(path)) {
            return mount.picked(path);
        }
        SourceTree tree = mount.tree(troubles);
        try {
            Optional<SourceTree.Entry> entry = tree.find(path);
            if (!mount.submodules()
                    || entry.filter(found -> found.type() != SourceTree.Type.SUBMODULE)
                            .isPresent()) {
                return entry.map(found -> new UpstreamEntry(tree, path, found, troubles));
            }
            Optional<Mount> module = submodules.holding(mount, tree, path, depth);
            return module.isPresent()
                    ? in(module.get(), module.get().inside(path), depth + 1)
                    : entry.map(found -> new UpstreamEntry(tree, path, found, troubles));
        } catch (UpstreamException e) {
            throw troubles.unreadable(path, e);
        }
    }

    /** An entry of upstream's tree; its content is read when it is asked for. */
    private record UpstreamEntry(SourceTree tree, String path, SourceTree.Entry entry, Mount.Troubles troubles)
            implements TreeEntry {
        @Override
        public Kind kind() {
            return Kind.valueOf(entry.type().name());
        }

        @Override
        public byte[] content() {
            try {
                return tree.read(path).orElse(new byte[0]);
            } catch (UpstreamException e) {
                throw troubles.unreadable(path, e);
            }
        }
    }
}
