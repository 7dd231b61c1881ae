package dev.nearstream.trend;

import java.util.List;

/**
 * What the store knows of the past of one recipe tree.
 *
 * @param weeks oldest first
 * @param spans of deltas in them
 * @param packages that there were in them
 */
public record CarriedPast(List<PastWeek> weeks, List<Span> spans, List<PackageSpan> packages) {
    public CarriedPast {
        weeks = List.copyOf(weeks);
        spans = List.copyOf(spans);
        packages = List.copyOf(packages);
    }

    /** All that the store has of a tree. */
    public static CarriedPast read(TrendStore store, String recipes) {
        return new CarriedPast(store.weeks(recipes), store.spans(recipes), store.packages(recipes));
    }
}
