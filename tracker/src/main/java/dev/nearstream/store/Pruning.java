package dev.nearstream.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Forgets runs, one transaction a run, and then what nothing refers to any more. */
record Pruning(Database database, Clock clock) {
    /** Long enough for {@link Use} to have noted what is of use. */
    private static final int UNUSED_DAYS = 4 * Use.NOTED_DAYS;

    Pruned prune(Retention retention) {
        List<Integer> old = database.read(handle -> old(handle, retention));
        List<Integer> dangling = database.read(Pruning::dangling);
        int outcomes = 0;
        for (int run : old) {
            outcomes += database.write(handle -> forget(handle, run));
        }
        for (int run : dangling) {
            outcomes += database.write(handle -> remove(handle, run));
        }
        int cached = database.write(this::unused);
        int assessments = database.write(Pruning::unreferenced);
        return new Pruned(old.size(), dangling.size(), outcomes, assessments, cached);
    }

    private static List<Integer> old(Handle handle, Retention retention) {
        String sql = """
                select no from run r where finished is not null and not forgotten
                and (select count(*) from run newer where newer.scope = r.scope and newer.no > r.no
                    and newer.finished is not null and not newer.forgotten) >= :runs
                """;
        Query query = handle.createQuery(retention.since() == null ? sql : sql + " and started < :since")
                .bind("runs", retention.runs());
        return Optional.ofNullable(retention.since())
                .map(since -> Row.bind(query, "since", since))
                .orElse(query)
                .mapTo(Integer.class)
                .list();
    }

    private static List<Integer> dangling(Handle handle) {
        return handle.createQuery("""
                        select no from run r where finished is null
                        and exists (select 1 from run newer
                            where newer.scope = r.scope and newer.no > r.no and newer.finished is not null)
                        """).mapTo(Integer.class).list();
    }

    private static int forget(Handle handle, int run) {
        SumTable.keep(handle); // a store from before sums were kept
        handle.createUpdate("update run set forgotten = true, problems = null where no = :run")
                .bind("run", run)
                .execute();
        return outcomes(handle, run);
    }

    private static int remove(Handle handle, int run) {
        int outcomes = outcomes(handle, run);
        handle.createUpdate("delete from run where no = :run").bind("run", run).execute();
        return outcomes;
    }

    private static int outcomes(Handle handle, int run) {
        return handle.createUpdate("delete from outcome where run = :run")
                .bind("run", run)
                .execute();
    }

    private int unused(Handle handle) {
        LocalDate since = Use.today(clock).minusDays(UNUSED_DAYS);
        int verdicts = handle.createUpdate("delete from verdict_cache where used < :since")
                .bind("since", Row.date(since))
                .execute();
        return verdicts
                + handle.createUpdate("delete from tag_date where used < :since")
                        .bind("since", Row.date(since))
                        .execute();
    }

    private static int unreferenced(Handle handle) {
        int assessments = handle.execute("""
                delete from assessment where not exists (select 1 from outcome o where o.assessment = assessment.no)
                """);
        handle.execute("""
                delete from verdict where not exists (select 1 from delta d where d.now_verdict = verdict.hash)
                and not exists (select 1 from delta d where d.latest_verdict = verdict.hash)
                and not exists (select 1 from delta d where d.branch_verdict = verdict.hash)
                and not exists (select 1 from verdict_cache c where c.verdict = verdict.hash)
                """);
        handle.execute("""
                delete from delta_text where not exists (select 1 from delta d where d.content_hash = delta_text.hash)
                """);
        return assessments;
    }
}
