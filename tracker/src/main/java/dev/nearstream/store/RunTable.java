package dev.nearstream.store;

import dev.nearstream.recipe.RecipeProblem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The runs. Forgotten ones are seen by {@link SumTable} alone. */
final class RunTable {
    /** An older run that died is not resumed: what it had found out has grown old. */
    static final Duration RESUMED_WITHIN = Duration.ofHours(12);

    private static final String SEEN = "select * from run where not forgotten";
    private static final String FIRST = " order by no desc fetch first 1 row only";

    private RunTable() {}

    /** Runs of one scope can be compared, night by night. */
    static String scope(Run run) {
        return new Digest().add(run.recipes()).add(run.selection()).hex();
    }

    static Run begin(Handle handle, Run wanted) {
        int no = handle.createQuery("select coalesce(max(no), 0) + 1 from run")
                .mapTo(Integer.class)
                .one();
        new Row()
                .with("no", no)
                .with("id", Texts.key(wanted.id()))
                .with("scope", scope(wanted))
                .with("started", wanted.started())
                .with("finished", wanted.finished())
                .with("recipes", wanted.recipes())
                .with("recipes_commit", wanted.recipesCommit())
                .with("recipe_links", wanted.recipeLinks())
                .with("selection", wanted.selection())
                .with("packages", wanted.packages())
                .with("forgotten", false)
                .insert(handle, "run");
        return byId(handle, wanted.id()).orElseThrow();
    }

    /** The run that {@code wanted} would go on with: nothing of its kind has finished since. */
    static Optional<Run> resumable(Handle handle, Run wanted) {
        Query query = handle.createQuery("""
                        select * from run r where scope = :scope and finished is null
                        and recipes_commit is not distinct from :commit and started >= :earliest
                        and not exists (select 1 from run later
                            where later.scope = r.scope and later.finished is not null and later.no > r.no)
                        order by no desc fetch first 1 row only
                        """).bind("scope", scope(wanted)).bind("commit", wanted.recipesCommit());
        return Row.bind(query, "earliest", wanted.started().minus(RESUMED_WITHIN))
                .map((row, context) -> run(new Columns(row)))
                .findFirst();
    }

    static Run resume(Handle handle, Run dead, int packages) {
        handle.createUpdate("update run set packages = :packages where id = :id")
                .bind("packages", packages)
                .bind("id", dead.id())
                .execute();
        return byId(handle, dead.id()).orElseThrow();
    }

    /** Whether there is such a run. */
    static boolean finish(Handle handle, String id, Instant when, List<RecipeProblem> problems) {
        return new Row()
                        .with("id", Texts.key(id))
                        .with("finished", when)
                        .withJson("problems", Json.problems(problems))
                        .update(handle, "run", "id")
                == 1;
    }

    static List<RecipeProblem> problems(Handle handle, String id) {
        return handle.createQuery(SEEN + " and id = :id and problems is not null")
                .bind("id", Texts.key(id))
                .map((row, context) -> Json.problems(new Columns(row).json("problems")))
                .findFirst()
                .orElse(List.of());
    }

    static Optional<Integer> number(Handle handle, String id) {
        return handle.createQuery("select no from run where id = :id and not forgotten")
                .bind("id", Texts.key(id))
                .mapTo(Integer.class)
                .findFirst();
    }

    static Optional<Run> byId(Handle handle, String id) {
        return first(handle.createQuery(SEEN + " and id = :id").bind("id", Texts.key(id)));
    }

    static Optional<Run> latest(Handle handle) {
        return first(handle.createQuery(SEEN + " and finished is not null" + FIRST));
    }

    static Optional<Run> before(Handle handle, Run run) {
        return first(handle.createQuery("""
                        select * from run where not forgotten and finished is not null and scope = :scope
                        and no < coalesce((select no from run where id = :id), (select max(no) + 1 from run))
                        order by no desc fetch first 1 row only
                        """).bind("scope", scope(run)).bind("id", Texts.key(run.id())));
    }

    /** Newest first. */
    static List<Run> all(Handle handle) {
        return handle.createQuery(SEEN + " order by no desc")
                .map((row, context) -> run(new Columns(row)))
                .list();
    }

    private static Optional<Run> first(Query query) {
        return query.map((row, context) -> run(new Columns(row))).findFirst();
    }

    static Run run(Columns row) throws SQLException {
        return new Run(
                row.required("id"),
                row.requiredInstant("started"),
                row.instant("finished"),
                row.required("recipes"),
                row.text("recipes_commit"),
                row.text("recipe_links"),
                row.required("selection"),
                row.number("packages"));
    }
}
