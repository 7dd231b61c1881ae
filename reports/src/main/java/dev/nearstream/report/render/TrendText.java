package dev.nearstream.report.render;

import dev.nearstream.report.TrendReport;
import dev.nearstream.trend.TrendPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trend for the terminal: now, a month ago, and each year before. */
public final class TrendText {
    private static final int MONTH = 4;
    private static final int YEAR = 52;

    private TrendText() {}

    /** The lines, the last one ended too. */
    public static String of(TrendReport report) {
        Optional<TrendPoint> last = report.last();
        if (last.isEmpty()) {
            return "nothing is known of the past; nearstream backfill reads it out of the repository's history\n";
        }
        List<TrendPoint> points = new ArrayList<>(List.of(last.get()));
        add(points, report.ago(MONTH));
        for (int weeks = YEAR; report.ago(weeks) != null; weeks += YEAR) {
            add(points, report.ago(weeks));
        }
        TextTable table = TextTable.of("week", "#packages", "#carrying", "#deltas", "#distinct", "#cohort");
        points.forEach(point -> table.row(
                point.week().toString(),
                Numbers.count(point.packages()),
                Numbers.count(point.carrying()),
                Numbers.count(point.deltas()),
                Numbers.count(point.contents()),
                point.cohort() == null ? Inline.UNKNOWN : Numbers.count(point.cohort())));
        return table.text();
    }

    private static void add(List<TrendPoint> points, @Nullable TrendPoint point) {
        if (point != null && !points.contains(point)) {
            points.add(point);
        }
    }
}
