package dev.nearstream.recipe.edit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The edited files of a package. Nothing is written yet.
 *
 * @param recipe the edited recipe
 * @param written the other files that have a new text, by path in the recipe tree
 * @param deleted paths of files that nothing uses any more
 * @param left what was left as it is, each with its place and reason
 */
public record PackageEdit(RecipeText recipe, Map<String, byte[]> written, List<String> deleted, List<String> left) {
    public PackageEdit {
        written = Collections.unmodifiableMap(new TreeMap<>(written));
        deleted = List.copyOf(deleted);
        left = List.copyOf(left);
    }
}
