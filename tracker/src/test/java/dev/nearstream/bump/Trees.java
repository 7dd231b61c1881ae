package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeEntry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trees of text files in memory, and patches. */
final class Trees {
    private Trees() {}

    /** Path, text, path, text … */
    static PatchTree of(String... files) {
        Map<String, TreeEntry> entries = new TreeMap<>();
        for (int i = 0; i < files.length; i += 2) {
            entries.put(files[i], TreeEntry.of(TreeEntry.Kind.FILE, files[i + 1].getBytes(UTF_8)));
        }
        return path -> {
            TreeEntry entry = entries.get(path);
            boolean above = entries.keySet().stream().anyMatch(name -> path.isEmpty() || name.startsWith(path + "/"));
            return entry == null && above
                    ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0]))
                    : Optional.ofNullable(entry);
        };
    }

    static SeriesPatch patch(String name, String text) {
        return new SeriesPatch(name, text.getBytes(UTF_8), 1, 2);
    }
}
