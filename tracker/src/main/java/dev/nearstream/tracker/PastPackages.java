package dev.nearstream.tracker;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.trend.PastRecipe;
import dev.nearstream.upstream.GitRecipeFiles;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of one past tree after the other. One whose files are those of the tree before is not read again, and of
 * one whose upstream is not at hand nothing is kept. Safe for several threads.
 */
final class PastPackages {
    private final Map<String, Kept> last = new ConcurrentHashMap<>();

    /** @param name null where the file is no recipe */
    private record Kept(@Nullable String name, PastRecipe recipe) {}

    /**
     * What a file of a tree declares.
     *
     * @param name of the package; null where the file is no recipe
     * @param deltas null where it is none, or where it was found out before that there is nothing to assess
     */
    record Found(@Nullable String name, @Nullable RecipeDeltas deltas) {}

    /**
     * A file of a tree.
     *
     * @throws IOException where the repository lacks an object: what is missing must not count as nothing
     */
    Found read(GitRecipeFiles tree, String file) throws IOException {
        Kept kept = last.get(file);
        if (kept == null || !kept.recipe().holdsIn(tree)) {
            PastRecipe recipe = PastRecipe.read(tree, file);
            RecipeDeltas deltas = recipe.deltas();
            kept = new Kept(deltas == null ? null : deltas.recipe().name().value(), recipe);
            last.put(file, kept);
        }
        return new Found(kept.name(), kept.recipe().deltas());
    }

    /** There is nothing of it to be assessed, as long as it stands as it is. */
    void leave(String file) {
        last.computeIfPresent(
                file,
                (name, kept) ->
                        new Kept(kept.name(), new PastRecipe(null, kept.recipe().seen())));
    }
}
