package dev.nearstream.report.render;

import dev.nearstream.report.ScoreCurve;
import dev.nearstream.report.render.LineChart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A package's curve, small, and the same in words. */
final class ScorePicture {
    private ScorePicture() {}

    static String svg(ScoreCurve curve) {
        return LineChart.small(
                "Points and deltas, " + (curve.weekly() ? "week by week" : "run by run"), curve.days(), series(curve));
    }

    /** For those who do not see it. */
    static String words(ScoreCurve curve) {
        List<String> parts = new ArrayList<>();
        for (Series series : series(curve)) {
            List<Double> known = series.values().stream()
                    .filter(Objects::nonNull)
                    .map(Double::valueOf)
                    .toList();
            double most = known.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            String first = number(known.get(0));
            String last = number(known.get(known.size() - 1));
            parts.add(series.name()
                    + (known.size() == 1 ? " " + last : " from " + first + " to " + last)
                    + (number(most).equals(first) || number(most).equals(last) ? "" : ", at most " + number(most)));
        }
        int places = curve.days().size();
        return "Curve over " + Numbers.count(places, curve.weekly() ? "week" : "run") + " from "
                + curve.days().get(0) + " to " + curve.days().get(places - 1) + ": " + String.join("; ", parts);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Numbers.count((long) value) : Numbers.points(value);
    }

    private static List<Series> series(ScoreCurve curve) {
        List<Series> series = new ArrayList<>();
        add(series, "points", curve.points());
        if (!curve.points().equals(curve.ofDeltas())) {
            add(series, "points without lag", curve.ofDeltas());
        }
        add(series, "deltas", curve.carried());
        return series;
    }

    private static void add(List<Series> series, String name, List<@Nullable Double> values) {
        if (values.stream().anyMatch(Objects::nonNull)) {
            series.add(new Series(name, values));
        }
    }
}
