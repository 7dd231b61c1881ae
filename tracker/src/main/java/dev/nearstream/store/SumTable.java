package dev.nearstream.store;

import dev.nearstream.score.ScoreClass;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Runs in numbers. They are counted once, when a run has finished: the outcomes of a year's nights are a million, too many for
 * each report to count.
 */
final class SumTable {
    private static final String COLUMNS = """
            tracked, scored, skipped, failed, at_newest, aligned, deltas, droppable, breaking,
            avoidable, blocked, necessary, lag, policy, dated, days_median, days_ninth
            """;

    /** Behind the first release that was not taken; null where unknown or not to be counted. */
    private static final String DAYS = """
            case when o.policy is not null and a.newest_version is not null and a.stream is null then
                case
                    when a.releases = 0 then 0
                    when a.first_missed is not null then cast(floor(greatest(0,
                        extract(epoch from r.started) - extract(epoch from a.first_missed)) / 86400) as bigint)
                end
            end
            """;

    /** Of the runs that {@code %s} selects. */
    private static final String COUNT = """
            select o.run,
                sum(case when o.state = 'tracked' then 1 else 0 end) as tracked,
                sum(case when o.policy is not null then 1 else 0 end) as scored,
                sum(case when o.state = 'skipped' then 1 else 0 end) as skipped,
                sum(case when o.state = 'failed' then 1 else 0 end) as failed,
                sum(case when o.policy is not null and a.releases = 0 and a.newest_version is not null
                    and (a.packaged_tag is not null or a.newest_version = a.version) then 1 else 0 end) as at_newest,
                sum(case when o.policy is not null and a.releases = 0 and a.newest_version is not null
                    and (a.packaged_tag is not null or a.newest_version = a.version)
                    and o.avoidable = 0 and o.blocked = 0 then 1 else 0 end) as aligned,
                coalesce(sum(d.deltas), 0) as deltas,
                coalesce(sum(d.droppable), 0) as droppable,
                coalesce(sum(d.breaking), 0) as breaking,
                coalesce(sum(o.avoidable), 0) as avoidable,
                coalesce(sum(o.blocked), 0) as blocked,
                coalesce(sum(o.necessary), 0) as necessary,
                coalesce(sum(o.lag), 0) as lag,
                case when min(o.policy) = max(o.policy) then min(p.hash) end as policy,
                count(days_of_it) as dated,
                percentile_disc(0.5) within group (order by days_of_it) as days_median,
                percentile_disc(0.9) within group (order by days_of_it) as days_ninth
            from outcome o
            join run r on r.no = o.run
            left join assessment a on a.no = o.assessment
            left join policy p on p.no = o.policy
            left join (
                select d.assessment, count(*) as deltas,
                    sum(case when 'upstream' in (n.label, l.label) then 1 else 0 end) as droppable,
                    sum(case when n.label = 'applies' and l.label in ('conflicts', 'partly-upstream') then 1 else 0 end)
                        as breaking
                from delta d
                left join verdict n on n.hash = d.now_verdict
                left join verdict l on l.hash = d.latest_verdict
                group by d.assessment
            ) d on d.assessment = o.assessment
            where o.run in (%s)
            group by o.run
            """.replace("days_of_it", DAYS);

    private static final String UNCOUNTED = """
            select no from run where finished is not null and not forgotten
            and not exists (select 1 from run_sum s where s.run = run.no)
            """;

    private record Numbered(int no, RunSum sum) {}

    private SumTable() {}

    /** All finished runs, oldest first. */
    static List<RunSum> all(Handle handle) {
        String counted = COUNT.formatted(UNCOUNTED);
        return Stream.concat(
                        sums(handle, "join (" + counted + ") s on s.run = r.no"),
                        sums(handle, "join run_sum s on s.run = r.no"))
                .sorted(Comparator.comparingInt(Numbered::no))
                .map(Numbered::sum)
                .toList();
    }

    private static Stream<Numbered> sums(Handle handle, String join) {
        return handle
                .createQuery("select r.*, " + COLUMNS + " from run r " + join)
                .map((row, context) -> new Numbered(row.getInt("no"), sum(new Columns(row))))
                .stream();
    }

    /** Keeps the numbers of each finished run of which none are kept. */
    static void keep(Handle handle) {
        handle.execute("insert into run_sum (run, " + COLUMNS + ") " + COUNT.formatted(UNCOUNTED));
    }

    /** Counts a run again whose outcomes were written anew. */
    static void again(Handle handle, int run) {
        handle.execute("delete from run_sum where run = ?", run);
        keep(handle);
    }

    private static RunSum sum(Columns row) throws SQLException {
        Map<ScoreClass, Double> points = new EnumMap<>(ScoreClass.class);
        for (ScoreClass scoreClass : ScoreClass.values()) {
            points.put(scoreClass, row.points(scoreClass.label()));
        }
        return new RunSum(
                RunTable.run(row),
                row.flag("forgotten"),
                row.number("tracked"),
                row.number("scored"),
                row.number("skipped"),
                row.number("failed"),
                row.number("at_newest"),
                row.number("aligned"),
                row.number("deltas"),
                row.number("droppable"),
                row.number("breaking"),
                points,
                PastTable.daysBehind(row),
                row.text("policy"));
    }
}
