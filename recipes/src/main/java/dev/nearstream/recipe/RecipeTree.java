package dev.nearstream.recipe;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What is wrong with the files at the top level that gave no recipe: the first problem of each. */
    public List<RecipeProblem> unreadable() {
        Set<String> seen = recipes.stream().map(Recipe::file).collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> isRecipe(problem.at().file()))
                .filter(problem -> seen.add(problem.at().file()))
                .toList();
    }

    private static boolean isRecipe(String file) {
        return file.endsWith(".yaml") && !file.contains("/");
    }
}
