package dev.nearstream.recipe;

import java.util.List;

/**
 * All recipes of a distribution, sorted by file name, and what was wrong with those that could not be read.
 *
 * @param files where they come from
 * @param recipes the readable ones
 * @param problems of files that are no readable recipe, and of the readable ones
 */
public record RecipeTree(RecipeFiles files, List<Recipe> recipes, List<RecipeProblem> problems) {

    public RecipeTree {
        recipes = List.copyOf(recipes);
        problems = List.copyOf(problems);
    }
}
