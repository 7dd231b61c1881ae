package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Behind;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.VisibleText;
import dev.nearstream.score.Score;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import org.jspecify.annotations.Nullable;

/** {@code explain} for the terminal. */
public final class ExplainTextRenderer {
    private ExplainTextRenderer() {}

    public static String of(PackageReport report) {
        Outcome outcome = report.outcome();
        TextLines lines = new TextLines().add("package", outcome.packageName()).add("recipe", outcome.recipe());
        lines.add("run", report.run().id() + ", " + Numbers.time(report.run().started(), report.zone()));
        if (outcome instanceof Outcome.Skipped skipped) {
            return lines.add("skipped", skipped.reason()).text();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return lines.add("failed", failed.stage() + ": " + failed.message()).text();
        }
        Outcome.Tracked tracked = (Outcome.Tracked) outcome;
        lines.add("version", tracked.version() + ", epoch " + tracked.epoch());
        lines.add("upstream", tracked.upstream() == null ? "none" : tracked.upstream());
        lines.add("newest", newest(report, tracked.lag()));
        tracked.findings().forEach(finding -> lines.add("finding", finding));
        tracked.problems().forEach(problem -> lines.add("problem", problem.toString()));
        return lines.text() + score(tracked) + deltas(report, tracked);
    }

    private static String newest(PackageReport report, Lag lag) {
        if (lag.newestVersion() == null) {
            return "not known" + (lag.reason() == null ? "" : ": " + lag.reason());
        }
        Long days = Behind.days(lag, report.run().started());
        String behind = lag.releases() == 0
                ? ""
                : ", " + Numbers.count(lag.releases(), "release") + " and "
                        + (days == null ? "unknown days" : Numbers.count(days, "day")) + " behind";
        return lag.newestVersion() + behind + (lag.stream() == null ? "" : " (" + lag.stream() + ")");
    }

    private static String score(Outcome.Tracked tracked) {
        Score score = tracked.score();
        if (score == null) {
            return new TextLines()
                    .add("score", "none: " + (tracked.notScored() == null ? "not known why" : tracked.notScored()))
                    .text();
        }
        TextTable table = TextTable.of("#POINTS", "CLASS", "REASON", "DELTA");
        score.components()
                .forEach(component -> table.row(
                        Numbers.points(component.points()),
                        component.scoreClass().label(),
                        component.reason(),
                        component.delta() == null ? "" : component.delta()));
        String total =
                new TextLines().add("score", Numbers.points(score.total())).text();
        return score.components().isEmpty() ? total : total + "\n" + table.text();
    }

    private static String deltas(PackageReport report, Outcome.Tracked tracked) {
        if (tracked.deltas().isEmpty()) {
            return "\nno deltas\n";
        }
        TextTable table = TextTable.of("DELTA", "NOW", "AT NEWEST", "#DAYS", "PURPOSE", "WHERE");
        StringBuilder details = new StringBuilder();
        for (AssessedDelta delta : tracked.deltas()) {
            table.row(
                    delta.id(),
                    label(delta.now()),
                    label(delta.atLatest()),
                    Numbers.orUnknown(report.days(delta.carriedSince())),
                    delta.purpose().label(),
                    delta.where().file() + ":" + delta.where().line());
            BackgroundText.decision(delta).ifPresent(why -> detail(details, delta, "kept, " + why));
            BackgroundText.reason(delta).ifPresent(why -> detail(details, delta, "reason: " + why));
            BackgroundText.copies(report.families(), delta).ifPresent(copies -> detail(details, delta, copies));
            if (delta.now() != null && delta.now().equals(delta.atLatest())) {
                detail(details, delta, "now and at newest", delta.now());
            } else {
                detail(details, delta, "now", delta.now());
                detail(details, delta, "at newest", delta.atLatest());
            }
            if (delta.notAssessed() != null) {
                detail(details, delta, "not assessed: " + delta.notAssessed());
            }
        }
        return "\n" + table.text() + (details.isEmpty() ? "" : "\n" + details);
    }

    private static void detail(StringBuilder details, AssessedDelta delta, String line) {
        details.append(VisibleText.of(delta.id() + ": " + line)).append('\n');
    }

    private static void detail(StringBuilder details, AssessedDelta delta, String when, @Nullable Verdict verdict) {
        if (verdict != null) {
            String start = VisibleText.of(delta.id()) + ", " + when + ": ";
            VerdictLines.of(verdict)
                    .forEach(line -> details.append(start).append(line).append('\n'));
        }
    }

    private static String label(@Nullable Verdict verdict) {
        return verdict == null ? Inline.UNKNOWN : VerdictLines.label(verdict);
    }
}
