package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Behind;
import dev.nearstream.report.PackageReport;
import dev.nearstream.score.Score;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code explain --format json}. */
public final class ExplainJson {
    private ExplainJson() {}

    /**
     * The whole output.
     *
     * @param today ages count to this day, days behind to the run
     */
    public static String of(PackageReport report, LocalDate today) {
        Outcome outcome = report.outcome();
        ObjectNode document = JsonText.object();
        document.put("package", outcome.packageName());
        if (outcome instanceof Outcome.Tracked tracked) {
            document.put("version", tracked.version());
            document.put("run", report.run().id());
            document.set("score", score(tracked.score()));
            document.set("lag", lag(report, tracked.lag()));
            document.set("deltas", JsonText.list(tracked.deltas().stream().map(delta -> delta(delta, today))));
        } else {
            return empty(outcome.packageName(), report.run().id());
        }
        return JsonText.write(document);
    }

    /** The whole output where the store has nothing of the package. */
    public static String none(String packageName) {
        return empty(packageName, null);
    }

    private static String empty(String packageName, @Nullable String run) {
        ObjectNode document = JsonText.object();
        document.put("package", packageName);
        document.putNull("version");
        document.put("run", run);
        document.putNull("score");
        document.putNull("lag");
        document.putArray("deltas");
        return JsonText.write(document);
    }

    private static JsonNode score(@Nullable Score score) {
        if (score == null) {
            return JsonText.NODES.nullNode();
        }
        ObjectNode node = JsonText.object();
        node.put("total", score.total());
        node.set(
                "components",
                JsonText.list(score.components().stream()
                        .map(component -> JsonText.object()
                                .put("points", component.points())
                                .put("reason", component.reason()))));
        return node;
    }

    private static ObjectNode lag(PackageReport report, Lag lag) {
        ObjectNode node = JsonText.object();
        node.put("latest", lag.newestVersion());
        node.put("tag", lag.newestTag());
        node.put("commit", lag.newestCommit());
        node.put("releasedAt", VerdictJson.text(lag.newestDate()));
        node.putObject("behind")
                .put("releases", lag.newestVersion() == null ? null : Integer.valueOf(lag.releases()))
                .put("days", Behind.days(lag, report.run().started()));
        node.put("packagedTag", lag.packagedTag());
        node.put("packagedCommit", lag.packagedCommit());
        node.put("packagedAt", VerdictJson.text(lag.packagedDate()));
        node.put("stream", lag.stream());
        node.put("reason", lag.reason());
        return node;
    }

    private static ObjectNode delta(AssessedDelta delta, LocalDate today) {
        ObjectNode node = JsonText.object();
        node.put("kind", delta.kind().label());
        node.put("id", delta.id());
        node.set("verdictNow", verdict(delta, delta.now()));
        node.set("verdictAtLatest", verdict(delta, delta.atLatest()));
        AtBranch at = delta.atBranch();
        node.set("verdictAtBranch", verdict(delta, at == null ? null : at.verdict()));
        node.set("branch", branch(at));
        node.set("evidence", VerdictJson.evidence(evidence(delta)));
        node.put("ageDays", age(delta.carriedSince(), today));
        node.put("purpose", delta.purpose().label());
        node.put(
                "reason",
                BackgroundText.decision(delta).orElse(delta.background().reason()));
        return node;
    }

    private static JsonNode verdict(AssessedDelta delta, @Nullable Verdict verdict) {
        return verdict == null ? JsonText.NODES.nullNode() : VerdictJson.of(name(delta), verdict);
    }

    /** Which branch it is, or why there is no verdict; null where nobody looked. */
    private static JsonNode branch(@Nullable AtBranch at) {
        return at == null
                ? JsonText.NODES.nullNode()
                : JsonText.object()
                        .put("name", at.branch())
                        .put("commit", at.commit())
                        .put("missing", at.missing())
                        .put("apart", at.apart());
    }

    /** The id without its kind. */
    private static String name(AssessedDelta delta) {
        String kind = delta.kind().label() + ":";
        return delta.id().startsWith(kind) ? delta.id().substring(kind.length()) : delta.id();
    }

    /** Of both verdicts, each once. */
    private static List<Evidence> evidence(AssessedDelta delta) {
        Set<Evidence> all = new LinkedHashSet<>();
        Stream.of(delta.now(), delta.atLatest())
                .filter(verdict -> verdict != null)
                .forEach(verdict -> all.addAll(verdict.evidence()));
        return List.copyOf(all);
    }

    private static @Nullable Long age(@Nullable LocalDate since, LocalDate today) {
        return since == null ? null : Math.max(0, ChronoUnit.DAYS.between(since, today));
    }
}
