package dev.nearstream.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A recipe tree on disk, written file by file. */
public final class RecipeFolder {
    public static final String HEAD = """
            package:
              name: pkg
              version: "1.2.3"
              epoch: 4
            """;

    private final Path directory;

    public RecipeFolder(Path directory) {
        this.directory = directory;
    }

    public Path path(String path) {
        return directory.resolve(path);
    }

    public RecipeFolder file(String path, String text) throws IOException {
        Path file = path(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return this;
    }

    public RecipeFolder link(String path, String target) throws IOException {
        Files.createSymbolicLink(path(path), Path.of(target));
        return this;
    }

    public RecipeTree read() throws IOException {
        return new RecipeReader(new RecipeDirectory(directory)).read(name -> true, 2);
    }

    /** The recipe {@code pkg.yaml} of this text. */
    public Recipe recipe(String text) throws IOException {
        file("pkg.yaml", text);
        return read().recipes().stream()
                .filter(recipe -> recipe.file().equals("pkg.yaml"))
                .findFirst()
                .orElseThrow();
    }

    /** The recipe {@code pkg.yaml} with these steps in its main pipeline. */
    Recipe steps(String steps) throws IOException {
        return recipe(HEAD + "pipeline:\n" + steps.indent(2));
    }

    static List<String> problems(Recipe recipe) {
        return recipe.problems().stream().map(RecipeProblem::toString).toList();
    }
}
