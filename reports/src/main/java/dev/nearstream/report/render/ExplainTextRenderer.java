package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Behind;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.VisibleText;
import dev.nearstream.score.Score;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.util.List;
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
        String classes = ScoreRows.classes(score);
        String total = new TextLines()
                .add("score", Numbers.points(score.total()) + (classes.isEmpty() ? "" : ": " + classes))
                .text();
        TextTable table = TextTable.of("#POINTS", "CLASS", "~REASON");
        ScoreRows.of(score)
                .forEach(component -> table.row(
                        Numbers.points(component.points()),
                        component.scoreClass().label(),
                        component.reason()));
        String rest = ScoreRows.without(score);
        return total + (table.text().isEmpty() ? "" : "\n" + table.text()) + (rest.isEmpty() ? "" : rest + "\n");
    }

    private static String deltas(PackageReport report, Outcome.Tracked tracked) {
        if (tracked.deltas().isEmpty()) {
            return "\nno deltas\n";
        }
        StringBuilder text = new StringBuilder();
        DeltaOrder.of(tracked.deltas()).forEach(delta -> text.append('\n').append(delta(report, delta)));
        return text.toString();
    }

    private static String delta(PackageReport report, AssessedDelta delta) {
        StringBuilder text = new StringBuilder(VisibleText.of(delta.id())).append('\n');
        Long days = report.days(delta.carriedSince());
        line(
                text,
                delta.where().file() + ":" + delta.where().line()
                        + (delta.purpose() == Purpose.UNKNOWN
                                ? ""
                                : ", for " + delta.purpose().label())
                        + (days == null ? "" : ", carried for " + Numbers.count(days, "day")));
        BackgroundText.decision(delta).ifPresent(why -> line(text, "kept, " + why));
        BackgroundText.reason(delta).ifPresent(why -> line(text, "reason: " + why));
        BackgroundText.copies(report.families(), delta).ifPresent(copies -> line(text, copies));
        if (delta.now() != null && delta.now().equals(delta.atLatest())) {
            verdict(text, delta.kind(), "now and at the newest", delta.now());
        } else {
            verdict(text, delta.kind(), "now", delta.now());
            verdict(text, delta.kind(), "at the newest", delta.atLatest());
        }
        branch(text, delta);
        if (delta.notAssessed() != null) {
            line(text, "not assessed: " + delta.notAssessed());
        }
        return text.toString();
    }

    /** What the default branch says; its evidence only where it is not that of the others. */
    private static void branch(StringBuilder text, AssessedDelta delta) {
        AtBranch at = delta.atBranch();
        Verdict verdict = at == null ? null : at.verdict();
        if (at == null || verdict == null) {
            return;
        }
        String when = "on " + VisibleText.of(String.valueOf(at.branch()), 60) + (at.apart() ? ", another stream" : "");
        if (verdict.equals(delta.now()) || verdict.equals(delta.atLatest())) {
            line(text, when + ": " + VerdictLines.label(delta.kind(), verdict));
        } else {
            verdict(text, delta.kind(), when, verdict);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(Prose.of("  ", 4, line));
    }

    /** One line where it has one thing to say, else a line for each. */
    private static void verdict(StringBuilder text, DeltaKind kind, String when, @Nullable Verdict verdict) {
        if (verdict == null) {
            return;
        }
        String head = when + ": " + VerdictLines.label(kind, verdict);
        List<String> lines = VerdictLines.of(verdict);
        line(text, lines.size() == 1 ? head + ": " + lines.get(0) : head);
        if (lines.size() > 1) {
            lines.forEach(one -> text.append(Prose.of("    - ", 6, one)));
        }
    }
}
