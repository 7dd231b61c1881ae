package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.TrendReport.Standing;
import dev.nearstream.report.render.LineChart.Series;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.TrendPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pictures of the trend, by file name. */
final class TrendPictures {
    private TrendPictures() {}

    static Map<String, String> of(TrendReport report) {
        Map<String, String> pictures = new TreeMap<>();
        pictures.put("contents.svg", contents(report.trend().points()));
        if (!report.standings().isEmpty()) {
            pictures.put("points.svg", points(report.standings()));
        }
        return pictures;
    }

    private static String contents(List<TrendPoint> points) {
        List<String> days =
                points.stream().map(point -> point.week().monday().toString()).toList();
        return LineChart.svg(
                "Distinct local changes, week by week",
                days,
                List.of(
                        series("all packages", points, TrendPoint::contents),
                        series(
                                "patches",
                                points,
                                point -> point.contentsByKind().getOrDefault(DeltaKind.PATCH, 0)),
                        series("fixed cohort", points, TrendPoint::cohort)));
    }

    private static Series series(String name, List<TrendPoint> points, Function<TrendPoint, @Nullable Integer> value) {
        List<@Nullable Double> values = new ArrayList<>();
        for (TrendPoint point : points) {
            Integer count = value.apply(point);
            values.add(count == null ? null : Double.valueOf(count));
        }
        return new Series(name, values);
    }

    private static String points(List<Standing> standings) {
        List<String> days =
                standings.stream().map(one -> one.week().monday().toString()).toList();
        List<Series> series = Arrays.stream(ScoreClass.values())
                .map(of -> {
                    List<@Nullable Double> values = new ArrayList<>();
                    standings.forEach(one -> values.add(one.sum().points().getOrDefault(of, 0.0)));
                    return new Series(of.label(), values);
                })
                .toList();
        return LineChart.svg("Points by class, week by week", days, series);
    }
}
