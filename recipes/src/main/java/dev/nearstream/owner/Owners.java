package dev.nearstream.owner;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who owns packages: {@code @user}, {@code @organisation/team}, an address, or a name of the configuration's, as written. */
@FunctionalInterface
public interface Owners {
    /** Nobody owns anything. */
    Owners NONE = (packageName, recipe) -> List.of();

    /**
     * The owners of a package, the first one first; empty where nobody owns it.
     *
     * @param recipe the path of its recipe in the tree
     */
    List<String> of(String packageName, String recipe);

    /** The same of a package whose recipe is named as it is. */
    default List<String> of(String packageName) {
        return of(packageName, packageName + ".yaml");
    }

    /** By the configuration where it names the package, else by the recipe tree's own file. Safe for several threads. */
    static Owners of(OwnerMap configured, CodeOwners files) {
        record Key(String packageName, String recipe) {}
        Map<Key, List<String>> known = new ConcurrentHashMap<>();
        return (packageName, recipe) -> known.computeIfAbsent(
                new Key(packageName, recipe), key -> configured.of(packageName).orElseGet(() -> files.of(recipe)));
    }
}
