package dev.nearstream.recipe;

import java.util.List;

/**
 * A recipe that needs another one's packages, and is to be built anew when a shared one has a new version.
 *
 * @param packageName its own
 * @param recipe its file in the tree
 * @param building whether it is built with one of them; else its packages need one when they run
 * @param names of the packages that it needs, sorted
 */
public record Dependant(String packageName, String recipe, boolean building, List<String> names) {
    public Dependant {
        names = List.copyOf(names);
    }
}
