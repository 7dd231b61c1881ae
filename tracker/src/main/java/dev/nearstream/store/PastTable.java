package dev.nearstream.store;

import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Taken;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Past weeks held against upstream: one row a week, and one for each change that upstream took. */
final class PastTable {
    private PastTable() {}

    static PastStanding standing(Columns row) throws SQLException {
        Map<ScoreClass, Double> points = new EnumMap<>(ScoreClass.class);
        for (ScoreClass scoreClass : ScoreClass.values()) {
            points.put(scoreClass, row.points(scoreClass.label()));
        }
        return new PastStanding(
                TrendTable.week(row, "monday"),
                row.number("packages"),
                row.number("assessed"),
                row.number("at_newest"),
                row.number("aligned"),
                row.number("droppable"),
                row.number("breaking"),
                points,
                daysBehind(row),
                row.required("basis"));
    }

    static Quantiles daysBehind(Columns row) throws SQLException {
        return new Quantiles(row.number("dated"), row.optional("days_median"), row.optional("days_ninth"));
    }

    static void write(Handle handle, int tree, PastStanding standing) {
        Row row = new Row()
                .with("tree", tree)
                .with("monday", standing.week().monday())
                .with("packages", standing.packages())
                .with("assessed", standing.assessed())
                .with("at_newest", standing.atNewest())
                .with("aligned", standing.aligned())
                .with("droppable", standing.droppable())
                .with("breaking", standing.breaking());
        standing.points().forEach((scoreClass, points) -> row.with(scoreClass.label(), points));
        row.with("dated", standing.daysBehind().count())
                .with("days_median", standing.daysBehind().median())
                .with("days_ninth", standing.daysBehind().ninth())
                .with("basis", standing.basis())
                .upsert(handle, "past_standing", "tree", "monday");
    }

    static Taken taken(Columns row) throws SQLException {
        return new Taken(
                row.required("package"),
                row.required("delta"),
                row.required("content"),
                row.date("taken"),
                row.text("release_name"),
                TrendTable.week(row, "seen"));
    }

    static void write(Handle handle, int tree, Taken taken) {
        Row key = new Row()
                .with("tree", tree)
                .with("package", Texts.key(taken.packageName()))
                .with("delta", Texts.key(taken.delta()))
                .with("content", Texts.key(taken.content()));
        boolean known = handle.createQuery("select count(*) from past_taken where tree = :tree and package = :package "
                                + "and delta = :delta and content = :content")
                        .bindMap(key.values())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!known) {
            key.with("taken", taken.on())
                    .with("release_name", taken.release())
                    .with("seen", taken.seen().monday())
                    .insert(handle, "past_taken");
            return;
        }
        handle.createUpdate("update past_taken set seen = :seen where tree = :tree and package = :package "
                        + "and delta = :delta and content = :content and seen > :seen")
                .bindMap(key.values())
                .bind("seen", Row.date(taken.seen().monday()))
                .execute();
    }
}
