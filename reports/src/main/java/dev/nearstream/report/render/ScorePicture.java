package dev.nearstream.report.render;

import dev.nearstream.report.ScoreCurve;
import dev.nearstream.report.render.LineChart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A package's curve, small, and the same in words: its points, or how many
 * deltas it carried.
 */
final class ScorePicture {
    private ScorePicture() {}

    static String svg(ScoreCurve whole) {
        ScoreCurve curve = known(whole);
        return LineChart.small(
                (curve.ofPoints() ? "Points, " : "Deltas carried, ") + (curve.weekly() ? "week by week" : "run by run"),
                curve.days(),
                series(curve));
    }

    /** For those who do not see it. */
    static String words(ScoreCurve whole) {
        ScoreCurve curve = known(whole);
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
        if (!curve.ofPoints()) {
            return List.of(new Series("deltas", curve.carried()));
        }
        Series points = new Series("points", curve.points());
        return curve.points().equals(curve.ofDeltas())
                ? List.of(points)
                : List.of(points, new Series("points without lag", curve.ofDeltas()));
    }

    /** Without the places before the first that is shown. */
    private static ScoreCurve known(ScoreCurve curve) {
        return curve.from(series(curve).get(0).values());
    }
}
