package dev.nearstream.pull;

import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.report.PullView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bot did in a run, and what it left, for people.
 *
 * @param lines by deed, then by package
 * @param dry whether nothing was done
 * @param ended why the forge could not be asked any more, or null; what is not in the lines is left for the next run
 */
public record PullDashboard(
        List<PullLine> lines, boolean dry, @Nullable String ended) {

    /** Sorts them. */
    public static PullDashboard of(List<PullLine> lines, boolean dry, @Nullable String ended) {
        List<PullLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(PullLine::deed)
                .thenComparing(PullLine::packageName)
                .thenComparing(PullLine::to));
        return new PullDashboard(sorted, dry, ended);
    }

    public PullDashboard {
        lines = List.copyOf(lines);
    }

    /** For the pages. */
    public List<PullView> view() {
        return lines.stream()
                .map(line -> new PullView(
                        line.packageName(), line.to(), line.deed().label(), line.why(), line.url(), line.diff()))
                .toList();
    }

    /** How many lines tell of a deed. */
    public long count(Deed deed) {
        return lines.stream().filter(line -> line.deed() == deed).count();
    }
}
