package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What lies between two trees, in a hash: each path that differs, with mode and blob before and after, as {@code git
 * diff-tree -r} lists it. Two pairs of trees have the same hash just where the same files become the same files, whatever
 * else stands beside them.
 */
final class ContentHash {
    private ContentHash() {}

    /** SHA-256, in hex. */
    static String between(ObjectReader reader, ObjectId from, ObjectId to) throws IOException {
        MessageDigest digest = sha256();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(from);
            walk.addTree(to);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                String line = "%o %o %s %s "
                        .formatted(
                                walk.getRawMode(0),
                                walk.getRawMode(1),
                                walk.getObjectId(0).name(),
                                walk.getObjectId(1).name());
                digest.update(line.getBytes(ISO_8859_1));
                digest.update(walk.getRawPath());
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
