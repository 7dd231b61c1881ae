package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.WeekStanding;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.Lifetimes;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Takings;
import dev.nearstream.trend.TrendPoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code trends --format json}; docs/trends.md has the keys. */
public final class TrendJson {
    private TrendJson() {}

    public static String of(TrendReport report) {
        ObjectNode document = JsonText.object().put("recipes", report.recipes());
        document.set("weeks", JsonText.list(report.trend().points().stream().map(TrendJson::week)));
        ObjectNode cohort = JsonText.object()
                .put(
                        "since",
                        report.trend().cohortSince() == null
                                ? null
                                : report.trend().cohortSince().toString())
                .put("packages", report.trend().cohortPackages().size());
        document.set("cohort", cohort);
        document.set("standings", JsonText.list(report.standings().stream().map(TrendJson::standing)));
        document.set(
                "owners",
                JsonText.list(report.owners().stream()
                        .map(one -> JsonText.object()
                                .put("owner", one.owner().isEmpty() ? null : one.owner())
                                .put("distinct", one.now())
                                .put("fourWeeksAgo", one.month())
                                .put("aYearAgo", one.year()))));
        document.set("moves", JsonText.list(report.moves().stream().map(week -> {
            ObjectNode node = JsonText.object().put("week", week.week().toString());
            node.set("packages", JsonText.list(week.moves().stream().map(move -> {
                ObjectNode one = JsonText.object().put("package", move.packageName());
                one.set("came", VerdictJson.strings(move.came()));
                one.set("went", VerdictJson.strings(move.went()));
                return one;
            })));
            return node;
        })));
        ObjectNode lifetimes = JsonText.object();
        lifetimes.set("patches", lifetimes(report.patches()));
        lifetimes.set("all", lifetimes(report.all()));
        document.set("lifetimes", lifetimes);
        document.set("taken", takings(report.takings()));
        return JsonText.write(document);
    }

    private static ObjectNode week(TrendPoint point) {
        ObjectNode node = JsonText.object()
                .put("week", point.week().toString())
                .put("packages", point.packages())
                .put("carrying", point.carrying())
                .put("deltas", point.deltas());
        node.set(
                "byKind",
                counts(point.byKind().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().label(), entry.getValue()))));
        node.put("distinct", point.contents());
        node.set(
                "distinctByKind",
                counts(point.contentsByKind().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().label(), entry.getValue()))));
        node.set(
                "distinctByPurpose",
                counts(point.contentsByPurpose().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().label(), entry.getValue()))));
        return node.put("born", point.flow().born())
                .put("arrived", point.flow().arrived())
                .put("dropped", point.flow().dropped())
                .put("retired", point.flow().retired())
                .put("bumped", point.bumped())
                .put("cohort", point.cohort());
    }

    private static ObjectNode counts(Stream<Map.Entry<String, Integer>> entries) {
        Map<String, Integer> sorted = new TreeMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        ObjectNode node = JsonText.object();
        sorted.forEach(node::put);
        return node;
    }

    private static ObjectNode standing(WeekStanding standing) {
        ObjectNode node = JsonText.object()
                .put("week", standing.week().toString())
                .put("run", standing.run())
                .put("packages", standing.packages())
                .put("assessed", standing.assessed())
                .put("atNewest", standing.atNewest())
                .put("aligned", standing.aligned())
                .put("droppable", standing.droppable())
                .put("breaking", standing.breaking());
        ObjectNode points = JsonText.object();
        for (ScoreClass one : ScoreClass.values()) {
            double of = standing.points().getOrDefault(one, 0.0);
            points.put(one.label(), Math.round(of * 100) / 100.0);
        }
        node.set("points", points);
        node.set(
                "daysBehind",
                JsonText.object()
                        .put("count", standing.daysBehind().count())
                        .put("median", standing.daysBehind().median())
                        .put("ninetieth", standing.daysBehind().ninth()));
        return node;
    }

    private static ObjectNode takings(Takings takings) {
        ObjectNode node = JsonText.object()
                .put("count", takings.count())
                .put("backports", takings.backports())
                .put("waiting", takings.waiting());
        node.set("birthToTaken", quantiles(takings.birthToTaken()));
        node.set("takenToDropped", quantiles(takings.takenToDropped()));
        node.set("releasedToDropped", quantiles(takings.releasedToDropped()));
        node.set(
                "weeks",
                counts(takings.byWeek().entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().toString(), entry.getValue()))));
        return node;
    }

    private static ObjectNode lifetimes(Lifetimes of) {
        ObjectNode node = JsonText.object();
        node.set("dropped", quantiles(of.dropped()));
        node.set("carried", quantiles(of.carried()));
        return node;
    }

    private static ObjectNode quantiles(Quantiles of) {
        return JsonText.object()
                .put("count", of.count())
                .put("medianWeeks", of.median())
                .put("ninetiethWeeks", of.ninth());
    }
}
