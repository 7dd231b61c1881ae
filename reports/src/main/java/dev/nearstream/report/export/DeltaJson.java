package dev.nearstream.report.export;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import dev.nearstream.history.Touch;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.DeltaProblem;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One local change of a package in {@code night.json}. */
final class DeltaJson {
    private DeltaJson() {}

    static void write(JsonFields json, CarriedDelta carried) throws IOException {
        AssessedDelta delta = carried.delta();
        json.word("kind", delta.kind().label()).text("id", delta.id());
        json.object(
                "where",
                () -> json.text("file", delta.where().file())
                        .number("line", delta.where().line()));
        Delta.Size size = new Delta.Size(delta.files(), delta.addedLines(), delta.removedLines());
        boolean lines = size.linesKnown(delta.kind());
        json.number("files", size.filesKnown() ? Integer.valueOf(size.files()) : null)
                .number("addedLines", lines ? Integer.valueOf(size.addedLines()) : null)
                .number("removedLines", lines ? Integer.valueOf(size.removedLines()) : null)
                .word("purpose", delta.purpose().label())
                .text("declaredStatus", delta.declaredStatus())
                .text("carriedSince", delta.carriedSince())
                .text("avoidableSince", delta.avoidableSince())
                .text("family", delta.family());
        verdict(json, "now", delta.now());
        verdict(json, "atNewest", delta.atLatest());
        branch(json, delta.atBranch());
        json.text("notAssessed", DeltaProblem.of(delta))
                .word("droppable", droppable(carried))
                .flag("breaks", carried.breaksAtLatest())
                .decimal("points", points(carried), NightJson.POINTS)
                .text("decision", delta.background().decision())
                .text("reason", delta.background().reason())
                .texts("advisories", delta.background().advisories().stream());
        touch(json, delta.background().touch());
    }

    private static void touch(JsonFields json, @Nullable Touch touch) throws IOException {
        if (touch == null) {
            json.none("lastTouched");
            return;
        }
        json.object(
                "lastTouched",
                () -> json.text("commit", touch.commit()).text("by", touch.by()).text("day", touch.day()));
    }

    private static double points(CarriedDelta carried) {
        double points = 0;
        for (ScoreClass one : ScoreClass.values()) {
            points += carried.points(one);
        }
        return points;
    }

    private static @Nullable String droppable(CarriedDelta carried) {
        return carried.droppableNow() ? "now" : carried.droppableAtLatest() ? "at-newest" : null;
    }

    private static void verdict(JsonFields json, String name, @Nullable Verdict verdict) throws IOException {
        if (verdict == null) {
            json.none(name);
            return;
        }
        json.object(name, () -> {
            Verdict.How how = verdict.how();
            json.word("verdict", verdict.label())
                    .word("how", how == null ? null : how.label())
                    .number("hunks", verdict.hunks())
                    .number("failedHunks", verdict.failedHunks())
                    .number("upstreamHunks", verdict.upstreamHunks());
            json.list("evidence", verdict.evidence().stream(), DeltaJson::evidence);
        });
    }

    private static void branch(JsonFields json, @Nullable AtBranch at) throws IOException {
        verdict(json, "atBranch", at == null ? null : at.verdict());
        if (at == null) {
            json.none("branch");
            return;
        }
        json.object(
                "branch",
                () -> json.text("name", at.branch())
                        .text("commit", at.commit())
                        .text("missing", at.missing())
                        .flag("apart", at.apart()));
    }

    private static void evidence(JsonFields json, Evidence evidence) throws IOException {
        json.word("kind", evidence.kind().label())
                .text("commit", evidence.commit())
                .text("subject", evidence.subject())
                .text("date", evidence.date())
                .text("firstRelease", evidence.firstRelease())
                .text("detail", evidence.detail());
    }
}
