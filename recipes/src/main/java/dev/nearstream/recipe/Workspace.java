package dev.nearstream.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths in melange's build workspace, whose root is {@code /home/build}. */
final class Workspace {
    static final String ROOT = "/home/build";

    private Workspace() {}

    /**
     * A path relative to the workspace, without {@code .} and {@code ..}; {@code "."} for the workspace itself. Empty
     * where it leads out of it.
     *
     * @param directory relative to the workspace, or absolute
     * @param path relative to {@code directory}, or absolute
     */
    static Optional<String> resolve(String directory, String path) {
        String joined = path.startsWith("/") ? path : absolute(directory) + "/" + path;
        Deque<String> names = new ArrayDeque<>();
        for (String name : joined.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        String normal = "/" + String.join("/", names);
        if (normal.equals(ROOT)) {
            return Optional.of(".");
        }
        return normal.startsWith(ROOT + "/") ? Optional.of(normal.substring(ROOT.length() + 1)) : Optional.empty();
    }

    private static String absolute(String directory) {
        return directory.startsWith("/") ? directory : ROOT + "/" + directory;
    }
}
