package dev.nearstream.store;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.Applies;
import dev.nearstream.delta.Verdict.Conflicts;
import dev.nearstream.delta.Verdict.FileResult;
import dev.nearstream.delta.Verdict.How;
import dev.nearstream.delta.Verdict.PartlyUpstream;
import dev.nearstream.delta.Verdict.Unreadable;
import dev.nearstream.delta.Verdict.Upstream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Verdicts with their evidence, each once, under the hash of all it says. */
final class VerdictTable {
    private VerdictTable() {}

    /** A verdict as its rows. */
    record Rows(String hash, Row verdict, List<Row> evidence) {

        static Rows of(Verdict verdict) {
            Row main = new Row()
                    .with("label", verdict.label())
                    .with("how", verdict.how() == null ? null : verdict.how().label())
                    .with("problem", words(verdict))
                    .withJson("files", Json.files(verdict.files()));
            List<Row> evidence = new ArrayList<>();
            for (Evidence one : verdict.evidence()) {
                evidence.add(new Row()
                        .with("no", evidence.size())
                        .with("kind", one.kind().label())
                        .with("commit_hash", one.commit())
                        .with("subject", one.subject())
                        .with("commit_date", one.date())
                        .with("first_release", one.firstRelease())
                        .with("detail", one.detail()));
            }
            Digest digest = new Digest();
            main.addTo(digest);
            evidence.forEach(row -> row.addTo(digest));
            String hash = digest.hex();
            evidence.forEach(row -> row.with("verdict", hash));
            return new Rows(hash, main.with("hash", hash), evidence);
        }

        /** Stores it, where it is not stored yet. */
        void store(Handle handle) {
            boolean known = handle.createQuery("select 1 from verdict where hash = :hash")
                    .bind("hash", hash)
                    .mapTo(Integer.class)
                    .findFirst()
                    .isPresent();
            if (!known) {
                verdict.insert(handle, "verdict");
                Row.insertAll(handle, "evidence", evidence);
            }
        }
    }

    /**
     * Verdicts by hash.
     *
     * @param which a condition on the column {@code hash}
     * @param argument bound in it as {@code argument}
     */
    static Map<String, Verdict> find(Handle handle, String which, Object argument) {
        Map<String, List<Evidence>> evidence = new HashMap<>();
        handle.createQuery("select e.* from evidence e where verdict in (select hash from verdict where " + which
                        + ") order by verdict, no")
                .bind("argument", argument)
                .map((row, context) -> Map.entry(row.getString("verdict"), evidence(new Columns(row))))
                .forEach(found -> evidence.computeIfAbsent(found.getKey(), hash -> new ArrayList<>())
                        .add(found.getValue()));
        Map<String, Verdict> verdicts = new HashMap<>();
        handle.createQuery("select * from verdict where " + which)
                .bind("argument", argument)
                .map((row, context) -> {
                    String hash = row.getString("hash");
                    return Map.entry(hash, verdict(new Columns(row), evidence.getOrDefault(hash, List.of())));
                })
                .forEach(found -> verdicts.put(found.getKey(), found.getValue()));
        return verdicts;
    }

    private static Evidence evidence(Columns row) throws SQLException {
        return new Evidence(
                Evidence.Kind.valueOf(Json.constant(row.required("kind"))),
                row.text("commit_hash"),
                row.text("subject"),
                row.date("commit_date"),
                row.text("first_release"),
                row.required("detail"));
    }

    private static Verdict verdict(Columns row, List<Evidence> evidence) throws SQLException {
        List<FileResult> files = Json.files(row.json("files"));
        String label = row.required("label");
        return switch (label) {
            case "applies" ->
                new Applies(how(row.text("how")), files, evidence, Objects.requireNonNullElse(row.text("problem"), ""));
            case "upstream" -> new Upstream(files, evidence);
            case "partly-upstream" -> new PartlyUpstream(files, evidence);
            case "conflicts" -> new Conflicts(files, evidence);
            case "unreadable" -> new Unreadable(row.required("problem"));
            default -> throw new IllegalStateException("no verdict is called " + label);
        };
    }

    /** What a verdict says in words of its own: the problem of one that is unreadable, the finding of one that applies. */
    private static @Nullable String words(Verdict verdict) {
        return verdict.finding().isEmpty() ? verdict.problem() : verdict.finding();
    }

    private static How how(@Nullable String label) {
        return How.valueOf(Json.constant(Objects.requireNonNull(label, "how")));
    }
}
