package dev.nearstream.report.export;

import dev.nearstream.report.NightReport;
import dev.nearstream.report.Totals;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.Run;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code night.json}: docs/schemas/night.schema.json has every field. */
final class NightJson {
    /** Of points: hundredths, as in the tables. */
    static final int POINTS = 2;

    private static final int SHARE = 4;

    private NightJson() {}

    static String of(NightReport report) {
        return JsonFields.document(json -> {
            json.object("run", () -> run(json, report.night().run()));
            json.object("totals", () -> totals(json, report));
            json.object("classes", () -> classes(json, report.totals()));
            Totals totals = report.totals();
            json.decimal("coverage", share(totals.scored(), totals.packages()), SHARE);
            json.decimal("alignment", share(totals.aligned(), totals.scored()), SHARE);
            ChangesJson.write(json, report.changes());
            json.list("pullRequests", report.night().pulls().stream(), NightJson::pull);
            json.list("packages", report.night().outcomes().stream(), new PackageJson(report.night())::write);
        });
    }

    private static void run(JsonFields json, Run run) throws IOException {
        json.text("id", run.id())
                .text("started", run.started())
                .text("finished", run.finished())
                .text("recipes", run.recipes())
                .text("recipesCommit", run.recipesCommit())
                .text("selection", run.selection());
    }

    private static void totals(JsonFields json, NightReport report) throws IOException {
        Totals totals = report.totals();
        json.number("packages", totals.packages())
                .number("assessed", totals.scored())
                .number("notScored", totals.tracked() - totals.scored())
                .number("skipped", totals.skipped())
                .number("failed", totals.failed())
                .number("aligned", totals.aligned())
                .number("behind", report.behind().size() + report.behindApart().size())
                .number("deltas", totals.deltas())
                .number("droppableNow", report.dropNow().size())
                .number("droppableAtNewest", report.dropAtBump().size())
                .number("breaking", report.breaking().size())
                .number("notReproduced", report.notReproduced().size())
                .number("kept", report.kept().size())
                .number("unusedFiles", report.unused().size())
                .number("problems", report.problems().size());
    }

    private static void classes(JsonFields json, Totals totals) throws IOException {
        for (ScoreClass one : ScoreClass.values()) {
            json.object(
                    one.label(),
                    () -> json.decimal("points", totals.points().getOrDefault(one, 0.0), POINTS)
                            .number("packages", totals.carrying().getOrDefault(one, 0)));
        }
    }

    private static void pull(JsonFields json, PullRequestEvent event) throws IOException {
        json.text("package", event.packageName())
                .word("event", event.kind().name().toLowerCase(Locale.ROOT))
                .text("from", event.from())
                .text("to", event.to())
                .text("url", event.url())
                .text("seen", event.seen());
    }

    private static @Nullable Double share(int part, int of) {
        return of == 0 ? null : Double.valueOf((double) part / of);
    }
}
