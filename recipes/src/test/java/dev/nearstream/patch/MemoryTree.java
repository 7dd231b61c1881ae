package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree in memory, built file by file. */
final class MemoryTree implements PatchTree {
    private final TreeMap<String, TreeEntry> entries = new TreeMap<>();

    static MemoryTree of(String path, String content) {
        return new MemoryTree().file(path, content);
    }

    MemoryTree file(String path, String content) {
        return put(path, TreeEntry.Kind.FILE, content);
    }

    MemoryTree put(String path, TreeEntry.Kind kind, String content) {
        entries.put(path, TreeEntry.of(kind, content.getBytes(StandardCharsets.ISO_8859_1)));
        return this;
    }

    Map<String, TreeEntry> entries() {
        return entries;
    }

    /** This tree after changes. */
    MemoryTree with(TreeChanges changes) {
        MemoryTree changed = new MemoryTree();
        changed.entries.putAll(entries);
        changes.entries().forEach((path, entry) -> {
            if (entry.isPresent()) {
                changed.entries.put(path, entry.get());
            } else {
                changed.entries.remove(path);
            }
        });
        return changed;
    }

    MemoryTree without(String path) {
        MemoryTree less = new MemoryTree();
        less.entries.putAll(entries);
        less.entries.remove(path);
        return less;
    }

    String text(String path) {
        TreeEntry entry = entries.get(path);
        return entry == null ? "(absent)" : new String(entry.content(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        TreeEntry entry = entries.get(path);
        if (entry != null) {
            return Optional.of(entry);
        }
        String below = entries.higherKey(path + "/");
        boolean directory = path.isEmpty() || (below != null && below.startsWith(path + "/"));
        return directory ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0])) : Optional.empty();
    }
}
