package dev.nearstream.store;

import dev.nearstream.score.Points;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The points of many packages in many runs. */
final class PointsTable {
    private static final String SELECT = """
            select r.id, o.package, o.avoidable, o.blocked, o.necessary, o.lag
            from run r join outcome o on o.run = r.no
            where r.id in (<ids>) and not r.forgotten and o.policy is not null
            """;

    private static final String OF_DELTAS = """
            and o.package in (
                select p.package from run q join outcome p on p.run = q.no
                where q.id in (<ids>) and p.avoidable + p.blocked + p.necessary > 0)
            """;

    private PointsTable() {}

    static Map<String, Map<String, Points>> of(Handle handle, Collection<String> runs) {
        return select(handle, SELECT, runs);
    }

    /** Of those packages alone that have points for more than their lag in one of the runs. */
    static Map<String, Map<String, Points>> ofDeltas(Handle handle, Collection<String> runs) {
        return select(handle, SELECT + OF_DELTAS, runs);
    }

    private static Map<String, Map<String, Points>> select(Handle handle, String sql, Collection<String> runs) {
        Map<String, Map<String, Points>> points = new HashMap<>();
        List<String> ids = runs.stream().map(Texts::key).distinct().toList();
        if (ids.isEmpty()) {
            return points;
        }
        handle.createQuery(sql)
                .bindList("ids", ids)
                .map((row, context) -> {
                    points.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .put(
                                    row.getString(2),
                                    new Points(row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6)));
                    return points;
                })
                .forEach(all -> {});
        return points;
    }
}
