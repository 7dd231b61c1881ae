package dev.nearstream.report.render;

import dev.nearstream.report.Behind;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.report.ScoreCurve;
import dev.nearstream.report.UpstreamLinks;
import dev.nearstream.score.Score;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One package's page. */
public final class PackagePage {
    private PackagePage() {}

    /** The page as it stands in the packages' directory; the same report gives the same text. */
    public static String of(PackageReport report) {
        PageLinks links =
                new PageLinks(RecipeLinks.of(report.run()), "", report.outcome().packageName());
        Outcome outcome = report.outcome();
        Page page = new Page();
        page.heading(1, Code.ifBroken(outcome.packageName()));
        // No date of the night: a page changes where something of the package does.
        page.paragraph(
                Inline.local("Latest night", "../index.md") + ", " + Inline.local("all packages", PackageFiles.INDEX));
        page.bullets(identity(report, links));
        if (report.changes() != null && !report.changes().none()) {
            page.heading(2, "Changed since the last run");
            page.bullets(ChangesSection.lines(links, report.changes()));
        }
        if (outcome instanceof Outcome.Tracked tracked) {
            score(page, tracked);
            ScoreMoveSection.write(page, report);
            curve(page, report);
            deltas(page, links, report, tracked);
            notes(page, links, tracked);
        }
        return page.text();
    }

    private static List<String> identity(PackageReport report, PageLinks links) {
        Outcome outcome = report.outcome();
        List<String> lines = new ArrayList<>();
        lines.add("Recipe: "
                + Inline.web(Code.ifBroken(outcome.recipe()), links.recipes().file(outcome.recipe())));
        if (outcome instanceof Outcome.Skipped skipped) {
            lines.add(Inline.bold("Skipped") + ": " + Message.of(skipped.reason()));
        } else if (outcome instanceof Outcome.Failed failed) {
            lines.add(Inline.bold("Failed") + " (" + OutsideText.of(failed.stage()) + "): "
                    + Message.of(failed.message()));
        } else if (outcome instanceof Outcome.Tracked tracked) {
            lines.add("Version: " + Code.of(tracked.version()) + ", epoch " + Code.ifBroken(tracked.epoch()));
            lines.add("Upstream: " + Inline.web(upstream(tracked), UpstreamLinks.repository(tracked.upstream())));
            lines.addAll(lag(report, tracked));
        }
        return lines;
    }

    private static String upstream(Outcome.Tracked tracked) {
        return tracked.upstream() == null ? Inline.UNKNOWN : Code.ifBroken(tracked.upstream());
    }

    private static List<String> lag(PackageReport report, Outcome.Tracked tracked) {
        Lag lag = tracked.lag();
        List<String> lines = new ArrayList<>();
        lines.add("Packaged release: "
                + release(report, tracked.upstream(), lag.packagedTag(), lag.packagedCommit(), lag.packagedDate()));
        if (lag.newestVersion() == null) {
            lines.add("Newest release: not known" + (lag.reason() == null ? "" : ": " + Message.of(lag.reason())));
            return lines;
        }
        lines.add("Newest release: " + Code.of(lag.newestVersion()) + ", "
                + release(report, tracked.upstream(), lag.newestTag(), lag.newestCommit(), lag.newestDate()));
        lines.add("Behind: " + behind(report, lag));
        return lines;
    }

    private static String behind(PackageReport report, Lag lag) {
        Long days = Behind.days(lag, report.run().started());
        String counted = lag.stream() == null ? "" : " (not counted: " + OutsideText.of(lag.stream()) + ")";
        if (lag.releases() == 0) {
            return "nothing" + counted;
        }
        return Numbers.count(lag.releases(), "release") + ", "
                + (days == null ? "days not known" : Numbers.count(days, "day")) + counted;
    }

    private static String release(
            PackageReport report,
            @Nullable String upstream,
            @Nullable String tag,
            @Nullable String commit,
            @Nullable Instant date) {
        if (tag == null && commit == null) {
            return "not known";
        }
        String what = tag == null ? "no tag" : "tag " + Inline.tag(upstream, tag);
        String at = commit == null ? "" : ", commit " + Inline.commit(upstream, commit);
        return what + at + (date == null ? "" : ", " + day(report, date));
    }

    private static String day(PackageReport report, Instant when) {
        return Numbers.day(when, report.zone());
    }

    private static void score(Page page, Outcome.Tracked tracked) {
        page.heading(2, "Score");
        Score score = tracked.score();
        if (score == null) {
            page.paragraph("None: " + (tracked.notScored() == null ? Inline.UNKNOWN : Message.of(tracked.notScored())));
            return;
        }
        if (score.components().isEmpty()) {
            page.paragraph("No points.");
            return;
        }
        Table table = Table.of("Class", "#Points", "Delta", "Reason");
        ScoreRows.of(score)
                .forEach(component -> table.row(
                        component.scoreClass().label(),
                        Numbers.points(component.points()),
                        component.delta() == null ? "" : Code.of(component.delta(), 100),
                        Message.of(component.reason())));
        table.row(Inline.bold("total"), Inline.bold(Numbers.points(score.total())), "", "");
        page.table(table);
        String rest = ScoreRows.without(score);
        if (!rest.isEmpty()) {
            page.paragraph(rest);
        }
    }

    private static void curve(Page page, PackageReport report) {
        ScoreCurve curve = report.curve();
        if (curve != null) {
            PackageFiles.picture(report.outcome().packageName())
                    .ifPresent(file -> page.paragraph("!" + Inline.local(ScorePicture.words(curve), file)));
        }
    }

    private static void deltas(Page page, PageLinks links, PackageReport report, Outcome.Tracked tracked) {
        page.heading(2, "Deltas");
        if (tracked.deltas().isEmpty()) {
            page.paragraph("None.");
        }
        DiffSection diffs = new DiffSection(report.texts());
        DeltaOrder.of(tracked.deltas()).forEach(delta -> {
            DeltaSection.write(page, links, report, new CarriedDelta(tracked, delta));
            diffs.write(page, links, delta);
        });
    }

    private static void notes(Page page, PageLinks links, Outcome.Tracked tracked) {
        if (!tracked.findings().isEmpty()) {
            page.heading(2, "Findings");
            page.bullets(tracked.findings().stream().map(Message::of).toList());
        }
        if (!tracked.problems().isEmpty()) {
            page.heading(2, "Problems in the recipe");
            page.bullets(tracked.problems().stream()
                    .map(problem -> links.at(problem.at()) + ": " + Message.of(problem.message()))
                    .toList());
        }
    }
}
