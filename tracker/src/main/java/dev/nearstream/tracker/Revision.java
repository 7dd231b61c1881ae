package dev.nearstream.tracker;

/**
 * A commit of an upstream.
 *
 * @param name what is asked for: {@code refs/tags/X}, {@code refs/heads/X}, or the hash itself
 * @param commit the full hash
 */
record Revision(String name, String commit) {}
