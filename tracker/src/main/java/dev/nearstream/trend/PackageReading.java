package dev.nearstream.trend;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.upstream.GitRecipeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one recipe of a past tree declares, as far as the trend counts it.
 *
 * @param name of the package, or null where the file is no recipe
 * @param version as the recipe writes it; empty where the file is no recipe
 * @param seen as {@link PastRecipe}'s
 */
record PackageReading(@Nullable String name, String version, List<CarriedDelta> deltas, Map<String, String> seen) {

    /** A file at the root of the tree; fails as {@link PastRecipe#read} does. */
    static PackageReading of(GitRecipeFiles tree, String file) throws IOException {
        PastRecipe read = PastRecipe.read(tree, file);
        RecipeDeltas found = read.deltas();
        if (found == null) {
            return new PackageReading(null, "", List.of(), read.seen());
        }
        Recipe recipe = found.recipe();
        List<CarriedDelta> deltas = found.deltas().stream()
                .map(delta -> CarriedDelta.of(recipe, delta))
                .toList();
        return new PackageReading(recipe.name().value(), recipe.version().value(), deltas, read.seen());
    }

    /** Whether another tree has the same at all places that were looked at. */
    boolean holdsIn(GitRecipeFiles tree) throws IOException {
        return new PastRecipe(null, seen).holdsIn(tree);
    }
}
