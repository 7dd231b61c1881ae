package dev.nearstream.report.export;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Changes;
import dev.nearstream.report.VerdictChange;
import dev.nearstream.store.Outcome;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What changed since the run before, in {@code night.json}. */
final class ChangesJson {
    private ChangesJson() {}

    static void write(JsonFields json, @Nullable Changes changes) throws IOException {
        if (changes == null) {
            json.none("changes");
            return;
        }
        json.object("changes", () -> {
            json.text("since", changes.before().id());
            json.list("releases", changes.releases().stream(), ChangesJson::step);
            json.list("bumped", changes.bumped().stream(), ChangesJson::step);
            json.list("verdicts", changes.verdicts().stream(), ChangesJson::verdict);
            json.list("born", changes.born().stream(), ChangesJson::delta);
            json.list("gone", changes.gone().stream(), ChangesJson::delta);
            json.list(
                    "failed",
                    changes.failed().stream(),
                    (each, failed) -> each.text("package", failed.packageName())
                            .text("stage", failed.stage())
                            .text("message", failed.message()));
            json.texts("recovered", changes.recovered().stream().map(Outcome::packageName));
            json.texts("added", changes.added().stream());
            json.texts("removed", changes.removed().stream());
        });
    }

    private static void step(JsonFields json, Changes.Step step) throws IOException {
        json.text("package", step.of().packageName()).text("from", step.from()).text("to", step.to());
    }

    private static void delta(JsonFields json, CarriedDelta carried) throws IOException {
        json.text("package", carried.of().packageName())
                .text("id", carried.delta().id());
    }

    private static void verdict(JsonFields json, VerdictChange change) throws IOException {
        delta(json, change.carried());
        json.text("change", change.kind().name().toLowerCase(Locale.ROOT))
                .text("at", change.atLatest() ? "newest" : "packaged")
                .text("from", change.before())
                .text("to", change.after());
    }
}
