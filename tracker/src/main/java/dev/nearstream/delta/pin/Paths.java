package dev.nearstream.delta.pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths in the workspace; {@code ""} is its root. */
final class Paths {
    private Paths() {}

    /** A directory and those above it, up to the workspace's root. */
    static List<String> upwards(String directory) {
        List<String> all = new ArrayList<>();
        String at = directory;
        all.add(at);
        while (!at.isEmpty()) {
            at = parent(at);
            all.add(at);
        }
        return all;
    }

    static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    /** Where a relative path leads from a directory; empty where it leaves the workspace or is absolute. */
    static Optional<String> resolve(String directory, String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : (directory + "/" + path).split("/", -1)) {
            if (name.equals("..")) {
                if (names.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return Optional.of(String.join("/", names));
    }
}
