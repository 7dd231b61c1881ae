package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeProblem;
import java.util.List;

/**
 * The local changes of a distribution, from its recipes alone.
 *
 * @param recipes how many recipes there are, those that cannot be read included
 * @param problems of the tree, of recipes and of their patch files, by file and line
 * @param all one for each readable recipe, sorted by package
 * @param failed those of the problems for which a readable recipe is not among {@code all}: the search failed on it
 */
public record DeltaReport(
        int recipes, List<RecipeProblem> problems, List<RecipeDeltas> all, List<RecipeProblem> failed) {

    public DeltaReport {
        problems = List.copyOf(problems);
        all = List.copyOf(all);
        failed = List.copyOf(failed);
    }

    /** Where the search failed on none. */
    public DeltaReport(int recipes, List<RecipeProblem> problems, List<RecipeDeltas> all) {
        this(recipes, problems, all, List.of());
    }

    /** Those with a delta, sorted by package. */
    public List<RecipeDeltas> packages() {
        return all.stream().filter(of -> !of.deltas().isEmpty()).toList();
    }
}
