package dev.nearstream.delta;

import java.util.Set;

/**
 * What a rule may know besides the command.
 *
 * @param files the package's own
 * @param created places that earlier commands of the recipe have made: not upstream's
 * @param packageName {@code package.name}
 * @param version {@code package.version}
 */
record ScriptContext(
        PackageDirectory files, PatchFiles patches, Set<String> created, String packageName, String version) {

    /** Whether {@code place} is a file of upstream's: in the source, not the package's own, not made by the recipe. */
    boolean isUpstreams(Place place) {
        return place.isSource() && !files.has(place) && !created.contains(place.path());
    }

    /** Whether {@code place}, or a directory around it, was made by the recipe. */
    boolean isWithinCreated(Place place) {
        return isCreated(place.path());
    }

    private boolean isCreated(String path) {
        int slash = path.length();
        while (slash > 0) {
            if (created.contains(path.substring(0, slash))) {
                return true;
            }
            slash = path.lastIndexOf('/', slash - 1);
        }
        return false;
    }
}
