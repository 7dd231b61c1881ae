package dev.nearstream.report.export;

import dev.nearstream.report.Behind;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Night;
import dev.nearstream.report.Totals;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One package in {@code night.json}: the same fields in whatever state it is. */
record PackageJson(Night night) {

    void write(JsonFields json, Outcome outcome) throws IOException {
        json.text("package", outcome.packageName());
        if (outcome instanceof Outcome.Tracked tracked) {
            tracked(json, tracked);
        } else if (outcome instanceof Outcome.Skipped skipped) {
            other(json, "skipped", skipped.recipe(), null, skipped.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            other(json, "failed", failed.recipe(), failed.stage(), failed.message());
        }
    }

    private void tracked(JsonFields json, Outcome.Tracked of) throws IOException {
        json.word("state", of.score() == null ? "not scored" : "assessed")
                .none("stage")
                .text("why", of.notScored())
                .text("recipe", of.recipe())
                .text("version", of.version())
                .text("epoch", of.epoch())
                .text("upstream", of.upstream());
        json.object("lag", () -> lag(json, of.lag()));
        json.flag("atNewest", of.lag().newestVersion() == null ? null : of.lag().atNewest(of.version()));
        score(json, of, of.score());
        json.list("deltas", CarriedDelta.of(of), DeltaJson::write);
        json.texts("findings", of.findings().stream());
    }

    private static void other(JsonFields json, String state, String recipe, @Nullable String stage, String why)
            throws IOException {
        json.word("state", state).word("stage", stage).text("why", why).text("recipe", recipe);
        json.none("version")
                .none("epoch")
                .none("upstream")
                .none("lag")
                .none("atNewest")
                .none("score");
        json.texts("deltas", Stream.of()).texts("findings", Stream.of());
    }

    private void lag(JsonFields json, Lag lag) throws IOException {
        json.text("newest", lag.newestVersion())
                .text("newestTag", lag.newestTag())
                .text("newestCommit", lag.newestCommit())
                .text("newestAt", lag.newestDate())
                .text("packagedTag", lag.packagedTag())
                .text("packagedCommit", lag.packagedCommit())
                .text("packagedAt", lag.packagedDate())
                .number("releases", lag.newestVersion() == null ? null : Integer.valueOf(lag.releases()))
                .number("days", Behind.days(lag, night.run().started()))
                .word("held", lag.stream())
                .text("reason", lag.reason());
    }

    private static void score(JsonFields json, Outcome.Tracked of, @Nullable Score score) throws IOException {
        if (score == null) {
            json.none("score");
            return;
        }
        json.object("score", () -> {
            json.decimal("total", score.total(), NightJson.POINTS);
            for (ScoreClass one : ScoreClass.values()) {
                json.decimal(one.label(), Totals.points(of, one), NightJson.POINTS);
            }
        });
    }
}
