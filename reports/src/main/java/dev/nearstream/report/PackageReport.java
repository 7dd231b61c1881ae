package dev.nearstream.report;

import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one package.
 *
 * @param outcome the last one
 * @param run that made it
 * @param changes since the run before it; null where the package was not in it or there was none
 */
public record PackageReport(
        Run run, Outcome outcome, @Nullable Changes changes, ZoneId zone) {

    /**
     * What is known of a package.
     *
     * @param before the previous run's outcome of the package, with its run, or null
     */
    public static PackageReport of(Run run, Outcome outcome, @Nullable Night before, ZoneId zone) {
        Changes changes = before == null || before.outcomes().isEmpty()
                ? null
                : Changes.between(before, new Night(run, java.util.List.of(outcome)));
        return new PackageReport(run, outcome, changes, zone);
    }

    /** Whole days from a day to the run's; null where the day is unknown. */
    public @Nullable Long days(@Nullable LocalDate since) {
        return since == null
                ? null
                : Math.max(0, ChronoUnit.DAYS.between(since, LocalDate.ofInstant(run.started(), zone)));
    }
}
