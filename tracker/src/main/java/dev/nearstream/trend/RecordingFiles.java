package dev.nearstream.trend;

import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.upstream.GitRecipeFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one package in a past tree, and a note of each place that was looked at, with what stood there. Of the
 * root only the package's own entries are listed: what the others are called is no business of its.
 */
final class RecordingFiles implements RecipeFiles {
    private final GitRecipeFiles tree;
    private final String name;
    private final Map<String, String> seen = new HashMap<>();

    RecordingFiles(GitRecipeFiles tree, String name) {
        this.tree = tree;
        this.name = name;
    }

    /** By path: the hash of what stood there, or empty. */
    Map<String, String> seen() {
        return Map.copyOf(seen);
    }

    private void note(String path) throws IOException {
        if (!seen.containsKey(path)) {
            seen.put(path, tree.hash(path).orElse(""));
        }
    }

    @Override
    public String location() {
        return tree.location();
    }

    @Override
    public List<Entry> list(String directory) throws IOException {
        if (!directory.isEmpty()) {
            note(directory);
            return tree.list(directory);
        }
        note(name);
        return tree.hash(name).isPresent() && !tree.isFile(name) ? List.of(new Entry(name, true)) : List.of();
    }

    @Override
    public boolean isFile(String path) throws IOException {
        note(path);
        return tree.isFile(path);
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        note(path);
        return tree.read(path, limit);
    }

    @Override
    public String followed(String path) {
        return tree.followed(path);
    }
}
