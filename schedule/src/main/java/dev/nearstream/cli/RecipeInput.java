package dev.nearstream.cli;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.upstream.Mirrors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recipe tree and what is known of where it comes from.
 *
 * @param commit of the recipe repository, or null for a plain directory
 * @param links the base of links to its files at that commit, or null
 */
record RecipeInput(
        RecipeFiles files,
        @Nullable String commit,
        @Nullable String links) implements AutoCloseable {
    /** How many threads read recipes. */
    static final int THREADS = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

    static RecipeInput open(Settings settings, Mirrors mirrors) throws IOException {
        String recipes = String.valueOf(settings.recipes());
        Path directory = Path.of(recipes);
        return new RecipeInput(new RecipeDirectory(directory), null, null);
    }

    /**
     * Reads the recipes that are selected.
     *
     * @throws ConfigurationException where a package is named that has no recipe
     */
    RecipeTree read(Selection selection) throws IOException {
        RecipeTree tree = new RecipeReader(files).read(selection::wants, THREADS);
        Set<String> missing = new TreeSet<>(selection.packages());
        tree.recipes().forEach(recipe -> missing.remove(recipe.directory()));
        tree.problems().forEach(problem -> missing.remove(problem.at().file().replaceFirst("\\.yaml$", "")));
        if (!missing.isEmpty()) {
            throw new ConfigurationException("no recipe named %s in %s; --packages takes the recipes' file names "
                            .formatted(String.join(", ", missing), files.location())
                    + "without .yaml");
        }
        return tree;
    }

    /**
     * One recipe.
     *
     * @throws ConfigurationException where there is none of that name, or it cannot be read
     */
    Recipe one(String name) throws IOException {
        RecipeTree tree = read(new Selection(List.of(name), null));
        return tree.recipes().stream()
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        tree.problems().stream().map(Object::toString).collect(Collectors.joining("; "))));
    }

    /** Since when the repository has carried the files; those of which its history does not tell are absent. */
    Map<String, LocalDate> carriedSince(Set<String> paths) {
        return Map.of();
    }

    @Override
    public void close() {}
}
