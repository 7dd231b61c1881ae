package dev.nearstream.bump.branch;

/**
 * A commit that was made, and those that it stands on where it is the last of several. It lies in our own repository,
 * until it is pushed.
 *
 * @param id its hash
 * @param tree its tree's hash
 * @param base the commit of the recipe repository below it: its only parent, or that of the first of several
 * @param contentHash of what lies between the base and it: the same where the same files become the same ones, whatever
 *     the base has besides, and whoever commits it when
 */
public record BumpCommit(String id, String tree, String base, String contentHash) {}
