package dev.nearstream.delta.pick;

import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.UpstreamException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A revision's tree with picks made on it. Immutable; the tree below stays the caller's to close. */
final class PickTree {
    private final SourceTree base;
    private final Map<String, Optional<PickFile>> changed;

    PickTree(SourceTree base) {
        this(base, Map.of());
    }

    private PickTree(SourceTree base, Map<String, Optional<PickFile>> changed) {
        this.base = base;
        this.changed = changed;
    }

    SourceTree base() {
        return base;
    }

    PickTree with(Map<String, Optional<PickFile>> changes) {
        Map<String, Optional<PickFile>> all = new HashMap<>(changed);
        all.putAll(changes);
        return new PickTree(base, all);
    }

    /** What stands at a path; a directory counts as something, and is equal to nothing but itself. */
    Optional<PickFile> find(String path) throws UpstreamException {
        Optional<PickFile> change = changed.get(path);
        if (change != null) {
            return change;
        }
        return base.find(path).map(entry -> PickFile.of(entry, () -> base.read(path)));
    }

    boolean isChanged(String path) {
        return changed.containsKey(path);
    }

    /**
     * The picks, as an overlay that patches are held against.
     *
     * @throws UpstreamException where a picked file cannot be read
     */
    TreeChanges changes() throws UpstreamException {
        Map<String, Optional<TreeEntry>> entries = new HashMap<>();
        for (Map.Entry<String, Optional<PickFile>> change : changed.entrySet()) {
            Optional<PickFile> file = change.getValue();
            entries.put(
                    change.getKey(),
                    file.isEmpty()
                            ? Optional.empty()
                            : Optional.of(TreeEntry.of(
                                    kind(file.get().type()), file.get().bytes())));
        }
        return new TreeChanges(entries);
    }

    private static TreeEntry.Kind kind(SourceTree.Type type) {
        return TreeEntry.Kind.valueOf(type.name());
    }
}
