package dev.nearstream.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Names of entries as paths of a tree, and where links lead. */
final class EntryPath {
    private static final int LONGEST = 4096;
    private static final int DEEPEST = 128;

    private EntryPath() {}

    /**
     * The path without {@code strip} leading components, counted as tar counts them ({@code ./} is one); empty where
     * nothing is left.
     *
     * @throws ArchiveRefusedException where it is absolute, has {@code ..} in it, or is longer than any honest one
     */
    static Optional<String> of(String name, int strip) throws ArchiveRefusedException {
        if (name.startsWith("/")) {
            throw new ArchiveRefusedException("the entry " + shown(name) + " has an absolute name");
        }
        if (name.length() > LONGEST || name.indexOf('\0') >= 0) {
            throw new ArchiveRefusedException("the entry " + shown(name) + " has no valid name");
        }
        Deque<String> path = new ArrayDeque<>();
        int left = strip;
        for (String part : name.split("/+", -1)) {
            if (part.equals("..")) {
                throw new ArchiveRefusedException("the entry " + shown(name) + " leads up by ..");
            }
            if (left > 0) {
                left--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.add(part);
            }
        }
        if (path.size() > DEEPEST) {
            throw new ArchiveRefusedException(
                    "the entry " + shown(name) + " lies deeper than " + DEEPEST + " directories");
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(String.join("/", path));
    }

    /** @throws ArchiveRefusedException where the link, as it is written, leads out of the tree */
    static void checkLink(String path, String target) throws ArchiveRefusedException {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        boolean out = target.startsWith("/") || target.length() > LONGEST;
        for (String part : target.split("/+", -1)) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            out |= depth < 0;
        }
        if (out) {
            throw new ArchiveRefusedException(
                    "the link " + shown(path) + " leads out of the tree, to " + shown(target));
        }
    }

    /** On one line, of a length that fits a message. */
    static String shown(String name) {
        String line = name.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
