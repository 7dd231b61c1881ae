package dev.nearstream.pull.verify;

import dev.nearstream.recipe.Recipe;
import java.io.IOException;
import java.util.List;

/**
 * What is verified.
 *
 * @param recipe the recipe's file, in the root of what is written out
 * @param name {@code package.name}
 * @param version that it goes to
 * @param directory the package's, beside the recipe
 */
record Subject(String recipe, String name, String version, String directory) {

    /** @throws IOException where the command could take one of them for an option */
    static Subject of(Recipe recipe, String version) throws IOException {
        String name = recipe.name().value();
        for (String word : List.of(recipe.file(), name, version, recipe.directory())) {
            if (word.isEmpty() || word.startsWith("-") || word.indexOf('\0') >= 0) {
                throw new IOException(
                        recipe.file() + ": a name that is empty or begins with - is not given to a command");
            }
        }
        return new Subject(recipe.file(), name, version, recipe.directory());
    }

    String value(String placeholder) {
        return switch (placeholder) {
            case "recipe" -> recipe;
            case "package" -> name;
            case "version" -> version;
            case "directory" -> directory;
            default -> throw new IllegalStateException(placeholder);
        };
    }
}
