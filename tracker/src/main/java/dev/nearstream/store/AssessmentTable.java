package dev.nearstream.store;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.history.Touch;
import dev.nearstream.recipe.Position;
import dev.nearstream.store.VerdictTable.Rows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was found of packages: all of {@link Outcome.Tracked} but its score, equal findings once. */
final class AssessmentTable {
    private AssessmentTable() {}

    /** Stores the findings, where they are not stored yet, and returns their number. */
    static long store(Handle handle, Outcome.Tracked tracked) {
        Map<String, Rows> verdicts = new TreeMap<>();
        List<Row> deltas = new ArrayList<>();
        for (AssessedDelta delta : tracked.deltas()) {
            deltas.add(row(delta, verdicts).with("no", deltas.size()));
        }
        Row assessment = row(tracked);
        Digest digest = new Digest();
        assessment.addTo(digest);
        deltas.forEach(delta -> delta.addTo(digest));
        assessment.with("hash", digest.hex());
        return find(handle, assessment).orElseGet(() -> {
            // In the order of their hashes: two that store the same verdicts do not wait for each other.
            verdicts.values().forEach(verdict -> verdict.store(handle));
            long no = assessment.insertNumbered(handle, "assessment");
            deltas.forEach(delta -> delta.with("assessment", no));
            Row.insertAll(handle, "delta", deltas);
            return no;
        });
    }

    private static Optional<Long> find(Handle handle, Row assessment) {
        return handle.createQuery("select no from assessment where package = :package and hash = :hash")
                .bind("package", assessment.get("package"))
                .bind("hash", assessment.get("hash"))
                .mapTo(Long.class)
                .findFirst();
    }

    private static Row row(Outcome.Tracked tracked) {
        Lag lag = tracked.lag();
        return new Row()
                .with("package", Texts.key(tracked.packageName()))
                .with("version", tracked.version())
                .with("epoch", tracked.epoch())
                .with("upstream", tracked.upstream())
                .with("fingerprint", tracked.fingerprint())
                .with("newest_version", lag.newestVersion())
                .with("newest_tag", lag.newestTag())
                .with("newest_commit", lag.newestCommit())
                .with("newest_date", lag.newestDate())
                .with("packaged_tag", lag.packagedTag())
                .with("packaged_commit", lag.packagedCommit())
                .with("packaged_date", lag.packagedDate())
                .with("releases", lag.releases())
                .with("first_missed", lag.firstMissed())
                .with("stream", lag.stream())
                .with("lag_reason", lag.reason())
                .withJson("problems", Json.problems(tracked.problems()))
                .withJson("findings", Json.findings(tracked.findings()));
    }

    private static Row row(AssessedDelta delta, Map<String, Rows> verdicts) {
        AtBranch at = delta.atBranch();
        Touch touch = delta.background().touch();
        return new Row()
                .with("kind", delta.kind().label())
                .with("id", delta.id())
                .with("file", delta.where().file())
                .with("line", delta.where().line())
                .with("col", delta.where().column())
                .with("files", delta.files())
                .with("added_lines", delta.addedLines())
                .with("removed_lines", delta.removedLines())
                .with("purpose", delta.purpose().label())
                .with("declared_status", delta.declaredStatus())
                .with("content_hash", delta.contentHash())
                .with("carried_since", delta.carriedSince())
                .with("now_verdict", hash(delta.now(), verdicts))
                .with("latest_verdict", hash(delta.atLatest(), verdicts))
                .with("not_assessed", delta.notAssessed())
                .with("avoidable_since", delta.avoidableSince())
                .with("reason", delta.background().reason())
                .with("reason_from", delta.background().reasonFrom())
                .with("decision", delta.background().decision())
                .with("family", delta.background().family())
                .with("advisories", advisories(delta.background()))
                .with("touched_commit", touch == null ? null : touch.commit())
                .with("touched_by", touch == null ? null : touch.by())
                .with("touched", touch == null ? null : touch.day())
                .with("branch_name", at == null ? null : at.branch())
                .with("branch_commit", at == null ? null : at.commit())
                .with("branch_verdict", at == null ? null : hash(at.verdict(), verdicts))
                .with("branch_missing", at == null ? null : at.missing())
                .with("branch_apart", at == null ? null : at.apart());
    }

    private static @Nullable String hash(@Nullable Verdict verdict, Map<String, Rows> verdicts) {
        if (verdict == null) {
            return null;
        }
        Rows rows = Rows.of(verdict);
        verdicts.put(rows.hash(), rows);
        return rows.hash();
    }

    /**
     * The deltas of assessments, in order.
     *
     * @param which a condition on the column {@code assessment}
     * @param argument bound in it as {@code argument}
     */
    static Map<Long, List<AssessedDelta>> deltas(Handle handle, String which, long argument) {
        String verdict = "hash in (select %s from delta where " + which + ")";
        Map<String, Verdict> verdicts = new HashMap<>();
        verdicts.putAll(VerdictTable.find(handle, verdict.formatted("now_verdict"), argument));
        verdicts.putAll(VerdictTable.find(handle, verdict.formatted("latest_verdict"), argument));
        verdicts.putAll(VerdictTable.find(handle, verdict.formatted("branch_verdict"), argument));
        Map<Long, List<AssessedDelta>> deltas = new HashMap<>();
        handle.createQuery("select * from delta where " + which + " order by assessment, no")
                .bind("argument", argument)
                .map((row, context) -> Map.entry(row.getLong("assessment"), delta(new Columns(row), verdicts)))
                .forEach(found -> deltas.computeIfAbsent(found.getKey(), no -> new ArrayList<>())
                        .add(found.getValue()));
        return deltas;
    }

    private static AssessedDelta delta(Columns row, Map<String, Verdict> verdicts) throws SQLException {
        String now = row.text("now_verdict");
        String atLatest = row.text("latest_verdict");
        return new AssessedDelta(
                DeltaKind.valueOf(Json.constant(row.required("kind"))),
                row.required("id"),
                new Position(row.required("file"), row.number("line"), row.number("col")),
                row.number("files"),
                row.number("added_lines"),
                row.number("removed_lines"),
                Purpose.valueOf(Json.constant(row.required("purpose"))),
                row.text("declared_status"),
                row.text("content_hash"),
                row.date("carried_since"),
                now == null ? null : verdicts.get(now),
                atLatest == null ? null : verdicts.get(atLatest),
                row.text("not_assessed"),
                row.date("avoidable_since"),
                background(row),
                atBranch(row, verdicts));
    }

    private static Background background(Columns row) throws SQLException {
        String advisories = row.text("advisories");
        String commit = row.text("touched_commit");
        LocalDate day = row.date("touched");
        return new Background(
                row.text("reason"),
                row.text("reason_from"),
                row.text("decision"),
                row.text("family"),
                advisories == null ? List.of() : List.of(advisories.split(" ")),
                commit == null || day == null ? null : new Touch(commit, row.required("touched_by"), day));
    }

    private static @Nullable String advisories(Background background) {
        return background.advisories().isEmpty() ? null : String.join(" ", background.advisories());
    }

    private static @Nullable AtBranch atBranch(Columns row, Map<String, Verdict> verdicts) throws SQLException {
        String hash = row.text("branch_verdict");
        Verdict verdict = hash == null ? null : verdicts.get(hash);
        String missing = row.text("branch_missing");
        return verdict == null && missing == null
                ? null
                : new AtBranch(
                        row.text("branch_name"), row.text("branch_commit"), verdict, missing, row.flag("branch_apart"));
    }

    static Lag lag(Columns row) throws SQLException {
        return new Lag(
                row.text("newest_version"),
                row.text("newest_tag"),
                row.text("newest_commit"),
                row.instant("newest_date"),
                row.text("packaged_tag"),
                row.text("packaged_commit"),
                row.instant("packaged_date"),
                row.number("releases"),
                row.instant("first_missed"),
                row.text("stream"),
                row.text("lag_reason"));
    }
}
