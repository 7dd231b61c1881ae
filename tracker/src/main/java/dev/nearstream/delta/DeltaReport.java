package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeProblem;
import java.util.List;

/**
 * The local changes of a distribution, from its recipes alone.
 *
 * @param recipes how many recipes were read
 * @param problems of the tree, of recipes and of their patch files, by file and line
 * @param packages those with a delta, sorted by name
 */
public record DeltaReport(int recipes, List<RecipeProblem> problems, List<RecipeDeltas> packages) {

    public DeltaReport {
        problems = List.copyOf(problems);
        packages = List.copyOf(packages);
    }
}
