package dev.nearstream.delta.pin;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A workspace of texts that counts how often each file's content is read. */
final class TextWorkspace implements WorkspaceFiles {
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, Integer> reads = new HashMap<>();
    private String missing = "";
    private String link = "";

    TextWorkspace file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    TextWorkspace file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Stands there, and its content cannot be had. */
    TextWorkspace missing(String path) {
        missing = path;
        return file(path, "");
    }

    TextWorkspace link(String path, String target) {
        link = path;
        return file(path, target);
    }

    int reads(String path) {
        return reads.getOrDefault(path, 0);
    }

    @Override
    public List<String> children(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            if (path.startsWith(prefix)) {
                String below = path.substring(prefix.length());
                names.add(below.substring(0, (below + "/").indexOf('/')));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            return children(path).isEmpty()
                    ? Optional.empty()
                    : Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]));
        }
        return Optional.of(new TreeEntry() {
            @Override
            public Kind kind() {
                return path.equals(link) ? Kind.SYMLINK : Kind.FILE;
            }

            @Override
            public byte[] content() {
                if (path.equals(missing)) {
                    throw new UnreadableFileException(path, "its object is missing");
                }
                reads.merge(path, 1, Integer::sum);
                return bytes;
            }
        });
    }
}
