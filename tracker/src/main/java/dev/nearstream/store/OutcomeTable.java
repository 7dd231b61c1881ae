package dev.nearstream.store;

import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.RunStore.Dated;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One row for each run and package. */
final class OutcomeTable {
    private static final String TRACKED = "tracked";
    private static final String SKIPPED = "skipped";
    private static final String FAILED = "failed";

    private static final String SELECT = """
            select o.package, o.state, o.recipe, o.stage, o.message, o.assessment, o.components, p.hash as policy_hash,
                a.version, a.epoch, a.upstream, a.fingerprint, a.newest_version, a.newest_tag, a.newest_commit,
                a.newest_date, a.packaged_tag, a.packaged_commit, a.packaged_date, a.releases, a.first_missed, a.stream,
                a.lag_reason, a.problems, a.findings
            from outcome o
            left join assessment a on a.no = o.assessment
            left join policy p on p.no = o.policy
            """;

    private OutcomeTable() {}

    static Set<String> done(Handle handle, String run) {
        return new HashSet<>(
                handle.createQuery("select package from outcome where run = (select no from run where id = :run)")
                        .bind("run", Texts.key(run))
                        .mapTo(String.class)
                        .list());
    }

    static void write(Handle handle, int run, Outcome outcome) {
        Row row = new Row()
                .with("run", run)
                .with("package", Texts.key(outcome.packageName()))
                .with("recipe", outcome.recipe());
        if (outcome instanceof Outcome.Tracked tracked) {
            row.with("state", TRACKED)
                    .with("stage", null)
                    .with("message", tracked.notScored())
                    .with("assessment", AssessmentTable.store(handle, tracked));
            score(handle, row, tracked.score());
        } else {
            if (outcome instanceof Outcome.Failed failed) {
                row.with("state", FAILED).with("stage", failed.stage()).with("message", failed.message());
            } else if (outcome instanceof Outcome.Skipped skipped) {
                row.with("state", SKIPPED).with("stage", null).with("message", skipped.reason());
            }
            row.with("assessment", null);
            score(handle, row, null);
        }
        row.upsert(handle, "outcome", "run", "package");
    }

    private static void score(Handle handle, Row row, @Nullable Score score) {
        row.with("policy", score == null ? null : policy(handle, score.policyHash()));
        for (ScoreClass scoreClass : ScoreClass.values()) {
            row.with(scoreClass.label(), score == null ? null : score.total(scoreClass));
        }
        row.withJson("components", score == null ? null : Json.components(score.components()));
    }

    private static int policy(Handle handle, String hash) {
        String key = Texts.key(hash);
        return handle.createQuery("select no from policy where hash = :hash")
                .bind("hash", key)
                .mapTo(Integer.class)
                .findFirst()
                .orElseGet(() -> {
                    int no = handle.createQuery("select coalesce(max(no), 0) + 1 from policy")
                            .mapTo(Integer.class)
                            .one();
                    new Row().with("no", no).with("hash", key).insert(handle, "policy");
                    return no;
                });
    }

    static List<Run> scoredOtherwise(Handle handle, String policyHash) {
        return handle.createQuery("select r.* from run r where r.finished is not null and not r.forgotten and exists ("
                        + "select 1 from outcome o join policy p on p.no = o.policy "
                        + "where o.run = r.no and p.hash <> :hash) order by r.no")
                .bind("hash", Texts.key(policyHash))
                .map((row, context) -> RunTable.run(new Columns(row)))
                .list();
    }

    static void scoreAgain(Handle handle, int run, Map<String, Score> scores) {
        scores.forEach((packageName, score) -> {
            Row row = new Row().with("run", run).with("package", Texts.key(packageName));
            score(handle, row, score);
            row.update(handle, "outcome", "run", "package");
        });
    }

    /** Sorted by package. */
    static List<Outcome> ofRun(Handle handle, String id) {
        Optional<Integer> run = RunTable.number(handle, id);
        if (run.isEmpty()) {
            return List.of();
        }
        Map<Long, List<AssessedDelta>> deltas = AssessmentTable.deltas(
                handle, "assessment in (select assessment from outcome where run = :argument)", run.get());
        return handle
                .createQuery(SELECT + "where o.run = :run")
                .bind("run", run.get())
                .map((row, context) -> outcome(new Columns(row), deltas))
                .stream()
                .sorted(Comparator.comparing(Outcome::packageName))
                .toList();
    }

    static Optional<Outcome.Tracked> lastTracked(Handle handle, String packageName) {
        return last(handle, packageName, "and state = '" + TRACKED + "'")
                .map(Dated::outcome)
                .map(Outcome.Tracked.class::cast);
    }

    static Optional<Dated> last(Handle handle, String packageName) {
        return last(handle, packageName, "");
    }

    private static Optional<Dated> last(Handle handle, String packageName, String condition) {
        return handle.createQuery("select run, assessment from outcome where package = :package " + condition
                        + " order by run desc fetch first 1 row only")
                .bind("package", Texts.key(packageName))
                .map((row, context) -> new Place(row.getInt("run"), row.getLong("assessment")))
                .findFirst()
                .map(place -> dated(handle, packageName, place));
    }

    /** @param assessment 0 for none */
    private record Place(int run, long assessment) {}

    private static Dated dated(Handle handle, String packageName, Place place) {
        Map<Long, List<AssessedDelta>> deltas = place.assessment() == 0
                ? Map.of()
                : AssessmentTable.deltas(handle, "assessment = :argument", place.assessment());
        Outcome outcome = handle.createQuery(SELECT + "where o.run = :run and o.package = :package")
                .bind("run", place.run())
                .bind("package", Texts.key(packageName))
                .map((row, context) -> outcome(new Columns(row), deltas))
                .one();
        Run run = handle.createQuery("select * from run where no = :no")
                .bind("no", place.run())
                .map((row, context) -> RunTable.run(new Columns(row)))
                .one();
        return new Dated(run, outcome);
    }

    private static Outcome outcome(Columns row, Map<Long, List<AssessedDelta>> deltas) throws SQLException {
        String packageName = row.required("package");
        String recipe = row.required("recipe");
        String state = row.required("state");
        return switch (state) {
            case TRACKED ->
                new Outcome.Tracked(
                        packageName,
                        recipe,
                        row.required("version"),
                        row.required("epoch"),
                        row.text("upstream"),
                        AssessmentTable.lag(row),
                        deltas.getOrDefault(row.longNumber("assessment"), List.of()),
                        Json.problems(row.json("problems")),
                        Json.findings(row.json("findings")),
                        row.required("fingerprint"),
                        score(row),
                        row.text("message"));
            case SKIPPED -> new Outcome.Skipped(packageName, recipe, row.required("message"));
            case FAILED -> new Outcome.Failed(packageName, recipe, row.required("stage"), row.required("message"));
            default -> throw new IllegalStateException("no outcome is called " + state);
        };
    }

    private static @Nullable Score score(Columns row) throws SQLException {
        String policy = row.text("policy_hash");
        return policy == null ? null : new Score(Json.components(row.json("components")), policy);
    }
}
