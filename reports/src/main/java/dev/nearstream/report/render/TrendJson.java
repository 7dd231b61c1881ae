package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.TrendReport.Standing;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.Lifetimes;
import dev.nearstream.trend.Quantiles;
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
                JsonText.list(report.byOwner().entrySet().stream()
                        .map(entry -> JsonText.object()
                                .put("owner", entry.getKey().isEmpty() ? null : entry.getKey())
                                .put("distinct", entry.getValue()))));
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

    private static ObjectNode standing(Standing standing) {
        ObjectNode node = JsonText.object()
                .put("week", standing.week().toString())
                .put("run", standing.sum().run().id())
                .put(
                        "packages",
                        standing.sum().tracked()
                                + standing.sum().skipped()
                                + standing.sum().failed())
                .put("assessed", standing.sum().scored())
                .put("atNewest", standing.sum().atNewest())
                .put("aligned", standing.sum().aligned())
                .put("droppable", standing.sum().droppable())
                .put("breaking", standing.sum().breaking());
        ObjectNode points = JsonText.object();
        for (ScoreClass one : ScoreClass.values()) {
            points.put(one.label(), standing.sum().points().getOrDefault(one, 0.0));
        }
        node.set("points", points);
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
