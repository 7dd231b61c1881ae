package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.WeekStanding;
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
            pictures.put("alignment.svg", alignment(report.standings()));
            pictures.put("points.svg", points(report.standings()));
            pictures.put("behind.svg", behind(report.standings()));
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
                        series("all packages", points, point -> (double) point.contents()),
                        series("patches", points, point ->
                                (double) point.contentsByKind().getOrDefault(DeltaKind.PATCH, 0)),
                        series("fixed cohort", points, point -> number(point.cohort()))));
    }

    private static String points(List<WeekStanding> standings) {
        return standings(
                "Points by class, week by week",
                standings,
                Arrays.stream(ScoreClass.values())
                        .map(of -> series(
                                of.label(), standings, one -> one.points().get(of)))
                        .toList());
    }

    private static String alignment(List<WeekStanding> standings) {
        return standings(
                "Alignment and coverage in percent, week by week",
                standings,
                List.of(
                        series("aligned of the assessed", standings, one -> percent(one.aligned(), one.assessed())),
                        series("assessed of all", standings, one -> percent(one.assessed(), one.packages()))));
    }

    private static String behind(List<WeekStanding> standings) {
        return standings(
                "Days behind, week by week",
                standings,
                List.of(
                        series(
                                "median",
                                standings,
                                one -> number(one.daysBehind().median())),
                        series(
                                "90 % within",
                                standings, one -> number(one.daysBehind().ninth()))));
    }

    private static @Nullable Double percent(int part, int whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : number.doubleValue();
    }

    private static String standings(String title, List<WeekStanding> standings, List<Series> series) {
        return LineChart.svg(
                title,
                standings.stream().map(one -> one.week().monday().toString()).toList(),
                series);
    }

    private static <T> Series series(String name, List<T> points, Function<T, @Nullable Double> value) {
        List<@Nullable Double> values = new ArrayList<>();
        points.forEach(point -> values.add(value.apply(point)));
        return new Series(name, values);
    }
}
