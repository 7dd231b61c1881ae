package dev.nearstream.pull;

import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.report.PullView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the bot did in a run, and what it left, for people.
 *
 * @param lines by deed, then by package
 * @param dry whether nothing was done
 */
public record PullDashboard(List<PullLine> lines, boolean dry) {

    /** Sorts them. */
    public static PullDashboard of(List<PullLine> lines, boolean dry) {
        List<PullLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(PullLine::deed)
                .thenComparing(PullLine::packageName)
                .thenComparing(PullLine::to));
        return new PullDashboard(sorted, dry);
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
