package dev.nearstream.upstream;

/**
 * A tag as the refs say it.
 *
 * @param name without {@code refs/tags/}
 * @param object the hash the ref holds: an annotated tag's own, or the commit's
 * @param commit the commit (peeled); equal to {@code object} for a lightweight tag
 */
public record Tag(String name, String object, String commit) {}
