package dev.nearstream.bump.branch;

/**
 * A commit that was made. It lies in our own repository, until it is pushed.
 *
 * @param id its hash
 * @param tree its tree's hash
 * @param base its only parent
 * @param contentHash of what lies between the base and it: the same where the same files become the same ones, whatever
 *     the base has besides, and whoever commits it when
 */
public record BumpCommit(String id, String tree, String base, String contentHash) {}
