package dev.nearstream.report;

import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one package.
 *
 * @param outcome the last one
 * @param run that made it
 * @param changes since the run before it; null where the package was not in it or there was none
 * @param families which packages of the run carry the same patches
 * @param move of its points; null where none is known
 * @param texts of patches, under the SHA-256 of their bytes; of others too
 * @param curve of its points; null where there is nothing to see
 */
public record PackageReport(
        Run run,
        Outcome outcome,
        @Nullable Changes changes,
        ZoneId zone,
        Families families,
        @Nullable ScoreMove move,
        Map<String, String> texts,
        @Nullable ScoreCurve curve) {

    /**
     * What is known of a package.
     *
     * @param before the previous run, or null; only its outcome of this package counts
     */
    public static PackageReport of(Run run, Outcome outcome, @Nullable Night before, ZoneId zone) {
        return of(run, outcome, before, zone, Families.NONE);
    }

    /** The same, of a run whose families are known. */
    public static PackageReport of(Run run, Outcome outcome, @Nullable Night before, ZoneId zone, Families families) {
        return of(run, outcome, before, zone, families, PackageBackground.NONE);
    }

    /** The same, with what is known beside the two nights. */
    public static PackageReport of(
            Run run,
            Outcome outcome,
            @Nullable Night before,
            ZoneId zone,
            Families families,
            PackageBackground background) {
        List<Outcome> was = before == null
                ? List.of()
                : before.outcomes().stream()
                        .filter(one -> one.packageName().equals(outcome.packageName()))
                        .toList();
        Changes changes = before == null || was.isEmpty()
                ? null
                : Changes.between(new Night(before.run(), was), new Night(run, List.of(outcome)));
        return new PackageReport(
                run,
                outcome,
                changes,
                zone,
                families,
                ScoreMove.of(outcome, before, background.scores().of(outcome.packageName())),
                background.texts(),
                background.curves().of(outcome.packageName()).orElse(null));
    }

    /** Whole days from a day to the run's; null where the day is unknown. */
    public @Nullable Long days(@Nullable LocalDate since) {
        return since == null
                ? null
                : Math.max(0, ChronoUnit.DAYS.between(since, LocalDate.ofInstant(run.started(), zone)));
    }
}
