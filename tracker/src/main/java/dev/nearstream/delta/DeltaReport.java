package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeProblem;
import java.util.List;

/**
 * The local changes of a distribution, from its recipes alone.
 *
 * @param recipes how many recipes there are, those that cannot be read included
 * @param problems of the tree, of recipes and of their patch files, by file and line
 * @param all one for each readable recipe, sorted by package
 */
public record DeltaReport(int recipes, List<RecipeProblem> problems, List<RecipeDeltas> all) {

    public DeltaReport {
        problems = List.copyOf(problems);
        all = List.copyOf(all);
    }

    /** Those with a delta, sorted by package. */
    public List<RecipeDeltas> packages() {
        return all.stream().filter(of -> !of.deltas().isEmpty()).toList();
    }
}
