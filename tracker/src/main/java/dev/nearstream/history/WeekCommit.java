package dev.nearstream.history;

import java.time.Instant;

/**
 * What a recipe repository was at a week's end.
 *
 * @param commit the last of the week by first parents, in hex
 * @param committed its committer's date
 */
public record WeekCommit(IsoWeek week, String commit, Instant committed) {}
