package dev.nearstream.delta.pin;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a lock file.
 *
 * @param version null where the lock gives none
 * @param line of the version, or of the entry where there is none
 * @param foreign where it comes from instead of the registry: a git repository, a directory; empty for a registry
 */
record LockedPackage(String name, @Nullable String version, int line, String foreign) {

    Request request(String file) {
        if (!foreign.isEmpty()) {
            return Request.opaque(file, line, "takes " + name + " from " + foreign);
        }
        return version == null
                ? Request.opaque(file, line, "names " + name + " without a version")
                : Request.of(file, line, version);
    }
}
