package dev.nearstream.report;

import dev.nearstream.store.RunSum;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * The finished runs over one recipe tree.
 *
 * @param sums latest first
 */
public record RunsReport(String recipes, ZoneId zone, List<RunSum> sums) {

    public RunsReport {
        sums = List.copyOf(sums);
    }

    /** Those of a tree among all that the store knows. */
    public static RunsReport of(String recipes, ZoneId zone, List<RunSum> all) {
        return new RunsReport(
                recipes,
                zone,
                all.stream()
                        .filter(sum -> sum.run().recipes().equals(recipes))
                        .sorted(Comparator.comparing((RunSum sum) -> sum.run().started())
                                .reversed()
                                .thenComparing(sum -> sum.run().id()))
                        .toList());
    }
}
