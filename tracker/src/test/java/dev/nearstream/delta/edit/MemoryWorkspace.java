package dev.nearstream.delta.edit;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Upstream's tree as texts. */
final class MemoryWorkspace implements WorkspaceFiles {
    private final TreeMap<String, TreeEntry> entries = new TreeMap<>();

    MemoryWorkspace file(String path, String text) {
        entries.put(path, TreeEntry.of(TreeEntry.Kind.FILE, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    MemoryWorkspace link(String path, String target) {
        entries.put(path, TreeEntry.of(TreeEntry.Kind.SYMLINK, target.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        TreeEntry entry = entries.get(path);
        if (entry != null) {
            return Optional.of(entry);
        }
        return path.isEmpty() || !children(path).isEmpty()
                ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]))
                : Optional.empty();
    }

    @Override
    public List<String> children(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return entries.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .map(rest -> rest.substring(0, (rest + "/").indexOf('/')))
                .distinct()
                .toList();
    }
}
