package dev.nearstream.delta;

import dev.nearstream.decision.Decisions;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import java.util.List;

/**
 * The local changes that one recipe declares.
 *
 * @param deltas in the order of the recipe
 * @param problems found on the way, the recipe's own apart: a patch file that is not there, one that no step uses
 * @param unused those of the problems that name a patch file no step uses: its path in the recipe tree
 * @param decisions what people have decided about them, in the recipe or in the configuration
 */
public record RecipeDeltas(
        Recipe recipe, List<Delta> deltas, List<RecipeProblem> problems, List<String> unused, Decisions decisions) {

    public RecipeDeltas {
        deltas = List.copyOf(deltas);
        problems = List.copyOf(problems);
        unused = List.copyOf(unused);
    }

    /** Where nobody has decided anything. */
    public RecipeDeltas(Recipe recipe, List<Delta> deltas, List<RecipeProblem> problems, List<String> unused) {
        this(recipe, deltas, problems, unused, Decisions.NONE);
    }

    /** Those that are patches. */
    public List<Delta.PatchFile> patches() {
        return deltas.stream()
                .filter(Delta.PatchFile.class::isInstance)
                .map(Delta.PatchFile.class::cast)
                .toList();
    }
}
