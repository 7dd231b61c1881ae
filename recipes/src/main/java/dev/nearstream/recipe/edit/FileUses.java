package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which recipes use the patch and series files of a tree, links followed. Immutable. */
public final class FileUses {
    /** Nothing is known of other recipes. */
    public static final FileUses UNKNOWN = new FileUses(Map.of());

    private final Map<String, Set<String>> users;

    private FileUses(Map<String, Set<String>> users) {
        this.users = users;
    }

    /** Those of a tree's recipes. */
    public static FileUses of(RecipeTree tree) {
        Map<String, Set<String>> users = new HashMap<>();
        for (Recipe recipe : tree.recipes()) {
            for (PatchStep step : recipe.patchSteps()) {
                add(tree, recipe, step.series(), users);
                step.patches().forEach(patch -> add(tree, recipe, patch.path(), users));
            }
        }
        return new FileUses(users);
    }

    private static void add(RecipeTree tree, Recipe recipe, @Nullable String path, Map<String, Set<String>> users) {
        if (path != null) {
            users.computeIfAbsent(tree.files().followed(path), unused -> new TreeSet<>())
                    .add(recipe.file());
        }
    }

    /** The recipes other than this one that use a file; the path is one without links. */
    Set<String> others(String path, String recipe) {
        Set<String> others = new TreeSet<>(users.getOrDefault(path, Set.of()));
        others.remove(recipe);
        return others;
    }
}
