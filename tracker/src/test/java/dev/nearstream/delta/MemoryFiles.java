package dev.nearstream.delta;

import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.RecipeFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A recipe tree in memory, with links between directories at its top. */
public final class MemoryFiles implements RecipeFiles {
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> links = new TreeMap<>();

    public MemoryFiles with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    MemoryFiles withLink(String directory, String target) {
        links.put(directory, target);
        return this;
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public String followed(String path) {
        int slash = path.indexOf('/');
        String top = slash < 0 ? path : path.substring(0, slash);
        return links.getOrDefault(top, top) + path.substring(top.length());
    }

    @Override
    public List<Entry> list(String directory) {
        String prefix = directory.isEmpty() ? "" : followed(directory) + "/";
        TreeSet<String> directories = new TreeSet<>(directory.isEmpty() ? links.keySet() : List.of());
        TreeMap<String, Entry> entries = new TreeMap<>();
        for (String path : texts.keySet()) {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    entries.put(rest, new Entry(rest, false));
                } else {
                    directories.add(rest.substring(0, slash));
                }
            }
        }
        directories.forEach(name -> entries.put(name, new Entry(name, true)));
        return List.copyOf(entries.values());
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws FileTooLargeException {
        String text = texts.get(followed(path));
        if (text == null) {
            return Optional.empty();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limit) {
            throw new FileTooLargeException(path, bytes.length, limit);
        }
        return Optional.of(bytes);
    }
}
