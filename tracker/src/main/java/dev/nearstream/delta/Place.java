package dev.nearstream.delta;

import dev.nearstream.delta.shell.ShellState;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a path of a script lies in melange's build, whose workspace is {@code /home/build}.
 *
 * @param path in the workspace, without {@code .} and {@code ..}; as written where it lies elsewhere
 */
public record Place(Kind kind, String path) {
    private static final String WORKSPACE = "/home/build";

    /** What of the build's environment it belongs to. */
    public enum Kind {
        /** In the workspace: upstream's tree, and the copy of the package's directory. */
        SOURCE,
        /** What is being packaged: under {@code ${{targets.…}}}. */
        OUTPUT,
        /** Elsewhere in the build's environment. */
        OUTSIDE
    }

    /** Whether it lies in the workspace. */
    public boolean isSource() {
        return kind == Kind.SOURCE;
    }

    /** The place of {@code path} as it is meant in {@code directory}. */
    public static Place of(String directory, String path) {
        String joined = ShellState.join(directory, path).replace("${{package.srcdir}}", WORKSPACE);
        if (isOutput(joined)) {
            return new Place(Kind.OUTPUT, path);
        }
        boolean elsewhere = joined.startsWith("~")
                || joined.startsWith("$HOME")
                || joined.startsWith("${HOME")
                || joined.startsWith("$(mktemp")
                || joined.startsWith("`mktemp")
                || joined.startsWith("$TMP")
                || joined.startsWith("${TMP");
        if (elsewhere) {
            return new Place(Kind.OUTSIDE, path);
        }
        boolean absolute = joined.startsWith("/") || joined.startsWith("$");
        String normal = normalize(absolute ? joined : WORKSPACE + "/" + joined);
        if (joined.startsWith("$")) {
            return new Place(Kind.SOURCE, joined);
        }
        if (normal.equals(WORKSPACE)) {
            return new Place(Kind.SOURCE, ".");
        }
        return normal.startsWith(WORKSPACE + "/")
                ? new Place(Kind.SOURCE, normal.substring(WORKSPACE.length() + 1))
                : new Place(Kind.OUTSIDE, path);
    }

    private static boolean isOutput(String path) {
        return path.contains("${{targets.")
                || path.contains("/melange-out")
                || path.startsWith("melange-out")
                || path.startsWith("$DESTDIR")
                || path.startsWith("${DESTDIR");
    }

    private static String normalize(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
