package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A lock file: every package of a build, with its version.
 *
 * @param packages by name
 */
record Lock(String file, Map<String, List<LockedPackage>> packages) {

    static Lock of(String file, List<LockedPackage> all) {
        Map<String, List<LockedPackage>> packages = new HashMap<>();
        all.forEach(one ->
                packages.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one));
        return new Lock(file, packages);
    }

    List<LockedPackage> entries(String name) {
        return packages.getOrDefault(name, List.of());
    }

    List<Request> requests(String name) {
        return entries(name).stream().map(entry -> entry.request(file)).toList();
    }
}
