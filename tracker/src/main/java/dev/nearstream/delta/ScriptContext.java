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

    /** Whether {@code place} is upstream's: in the source, not the package's own file, not made by the recipe. */
    boolean isUpstreams(Place place) {
        return place.isSource() && !files.has(place) && !isCreated(place.path());
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
