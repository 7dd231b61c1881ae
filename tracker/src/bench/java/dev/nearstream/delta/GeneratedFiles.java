package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipe tree in memory whose directories are listed as fast as a real one's; fill it in the names' order. */
final class GeneratedFiles implements RecipeFiles {
    private final Map<String, byte[]> texts = new HashMap<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    void add(String path, String text) {
        texts.put(path, text.getBytes(StandardCharsets.UTF_8));
        int slash = path.lastIndexOf('/');
        String directory = path.substring(0, Math.max(slash, 0));
        if (slash > 0 && !entries.containsKey(directory)) {
            entry("", new Entry(directory, true));
        }
        entry(directory, new Entry(path.substring(slash + 1), false));
    }

    private void entry(String directory, Entry entry) {
        entries.computeIfAbsent(directory, unused -> new ArrayList<>()).add(entry);
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public List<Entry> list(String directory) {
        return entries.getOrDefault(directory, List.of());
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        return Optional.ofNullable(texts.get(path));
    }
}
