package dev.nearstream.trend;

import dev.nearstream.history.WeekCommit;

/**
 * A week of the past in numbers.
 *
 * @param at its last commit
 * @param recipes files that should be recipes
 * @param packages those of them that are
 * @param deltas what the packages carry
 * @param bumped packages that have another version than the week before
 */
public record PastWeek(WeekCommit at, int recipes, int packages, int deltas, int bumped) {}
