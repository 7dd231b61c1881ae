package dev.nearstream.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a file came into the recipe repository.
 *
 * @param since the day on which it came to stay, in UTC
 * @param commit that brought it, within a merged branch where that is where it was made; null where it was not asked for
 *     or is not found
 * @param subject that commit's; text from outside; null with the commit
 */
public record Arrival(
        LocalDate since, @Nullable String commit, @Nullable String subject) {}
