package dev.nearstream.store;

/**
 * What {@link Store#prune} removed.
 *
 * @param runs finished runs of which only the sums are left
 * @param unfinished runs that died and were never resumed
 * @param assessments findings that no run refers to any more
 * @param cached entries of the caches
 */
public record Pruned(int runs, int unfinished, int outcomes, int assessments, int cached) {}
