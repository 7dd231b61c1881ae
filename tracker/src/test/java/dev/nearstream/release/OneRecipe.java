package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A recipe tree of one recipe. */
record OneRecipe(String text) implements RecipeFiles {

    /** The recipe {@code pkg} of a version, with these top-level blocks. */
    static Recipe of(String version, String blocks) {
        return named("pkg", version, blocks);
    }

    static Recipe named(String name, String version, String blocks) {
        String text = "package: {name: %s, version: %s, epoch: 0}\n%s\n".formatted(name, version, blocks);
        try {
            return new RecipeReader(new OneRecipe(text))
                    .read(file -> true, 1)
                    .recipes()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public List<Entry> list(String directory) {
        return directory.isEmpty() ? List.of(new Entry("pkg.yaml", false)) : List.of();
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        return path.equals("pkg.yaml") ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }
}
