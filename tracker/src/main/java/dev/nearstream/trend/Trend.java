package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trend of what is carried.
 *
 * @param points one for each week that has a commit, oldest first
 * @param cohortSince the first week of the fixed cohort, or null where there is no week
 * @param cohortPackages the packages that were there in each week since then
 */
public record Trend(List<TrendPoint> points, @Nullable IsoWeek cohortSince, Set<String> cohortPackages) {
    public Trend {
        points = List.copyOf(points);
        cohortPackages = Set.copyOf(cohortPackages);
    }

    /**
     * Counts a past.
     *
     * @param cohortWeeks how long packages must have been there at the end, to be of the cohort
     */
    public static Trend of(CarriedPast past, int cohortWeeks) {
        if (past.weeks().isEmpty()) {
            return new Trend(List.of(), null, Set.of());
        }
        IsoWeek last = past.weeks().get(past.weeks().size() - 1).at().week();
        IsoWeek since = past.weeks().stream()
                .map(week -> week.at().week())
                .filter(week -> week.until(last) < cohortWeeks)
                .findFirst()
                .orElse(last);
        Set<String> cohort = past.packages().stream()
                .filter(of -> of.gone() == null && of.born().compareTo(since) <= 0)
                .map(PackageSpan::packageName)
                .collect(Collectors.toSet());
        return new Trend(new TrendSweep(past, since, cohort).points(), since, cohort);
    }
}
