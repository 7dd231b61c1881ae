package dev.nearstream.store;

import dev.nearstream.score.Points;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The points of many packages in many runs. */
final class PointsTable {
    private static final String SELECT = """
            select r.id, o.package, o.avoidable, o.blocked, o.necessary, o.lag
            from run r join outcome o on o.run = r.no
            where r.id in (<ids>) and not r.forgotten
            """;

    /** Nothing else is asked of the row: the package stands in the index, and most rows need not be read. */
    private static final String OF_DELTAS = """
            and o.package in (
                select p.package from run q join outcome p on p.run = q.no
                where q.id in (<among>) and p.avoidable + p.blocked + p.necessary > 0)
            """;

    private PointsTable() {}

    static Map<String, Map<String, Points>> of(Handle handle, Collection<String> runs) {
        return runs.isEmpty() ? Map.of() : read(ids(handle.createQuery(SELECT), "ids", runs));
    }

    /** Of those packages alone that have points for more than their lag in one of some runs. */
    static Map<String, Map<String, Points>> ofDeltas(Handle handle, Collection<String> runs, Collection<String> among) {
        return runs.isEmpty() || among.isEmpty()
                ? Map.of()
                : read(ids(ids(handle.createQuery(SELECT + OF_DELTAS), "ids", runs), "among", among));
    }

    private static Query ids(Query query, String name, Collection<String> runs) {
        return query.bindList(name, runs.stream().map(Texts::key).distinct().toList());
    }

    private static Map<String, Map<String, Points>> read(Query query) {
        Map<String, Map<String, Points>> points = new HashMap<>();
        query.map((row, context) -> {
                    double avoidable = row.getDouble(3);
                    if (!row.wasNull()) { // it has a score
                        points.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                                .put(
                                        row.getString(2),
                                        new Points(avoidable, row.getDouble(4), row.getDouble(5), row.getDouble(6)));
                    }
                    return points;
                })
                .forEach(all -> {});
        return points;
    }
}
