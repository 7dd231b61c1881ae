package dev.nearstream.patch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree with changes laid over it. Immutable. */
public final class PatchedTree implements PatchTree {
    private final PatchTree base;
    private final Map<String, Optional<TreeEntry>> changed;
    private final Set<String> directories;

    public PatchedTree(PatchTree base) {
        this(base, Map.of(), Set.of());
    }

    private PatchedTree(PatchTree base, Map<String, Optional<TreeEntry>> changed, Set<String> directories) {
        this.base = base;
        this.changed = changed;
        this.directories = directories;
    }

    /** This tree with further changes. */
    public PatchedTree with(TreeChanges changes) {
        if (changes.entries().isEmpty()) {
            return this;
        }
        Map<String, Optional<TreeEntry>> merged = new HashMap<>(changed);
        merged.putAll(changes.entries());
        Set<String> parents = new HashSet<>();
        merged.forEach((path, entry) -> {
            if (entry.isPresent()) {
                addParents(path, parents);
            }
        });
        return new PatchedTree(base, merged, parents);
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        Optional<TreeEntry> change = changed.get(path);
        if (change != null && change.isPresent()) {
            return change;
        }
        if (directories.contains(path)) {
            return Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]));
        }
        return change != null ? change : base.find(path);
    }

    /** Adds every directory above a path, the root excepted. */
    static void addParents(String path, Set<String> parents) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            parents.add(path.substring(0, slash));
        }
    }
}
