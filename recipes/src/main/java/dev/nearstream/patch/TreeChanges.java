package dev.nearstream.patch;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a patch does to a tree.
 *
 * @param entries the new entry of each changed path, or empty where the path is deleted; ordered by path
 */
public record TreeChanges(Map<String, Optional<TreeEntry>> entries) {
    /** No change. */
    public static final TreeChanges NONE = new TreeChanges(Map.of());

    public TreeChanges {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
