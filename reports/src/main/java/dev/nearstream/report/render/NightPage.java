package dev.nearstream.report.render;

import dev.nearstream.report.NightReport;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.report.Totals;
import dev.nearstream.store.Run;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A night's page. */
public final class NightPage {
    private NightPage() {}

    /**
     * The page as markdown; the same report gives the same text.
     *
     * @param toPackages the way from the page to the packages' directory: {@code packages/} or {@code ../packages/}
     */
    public static String of(NightReport report, String toPackages) {
        return of(report, toPackages, true);
    }

    /** The same without the counts of what there is to do, for where they stand beside it. */
    public static String uncounted(NightReport report, String toPackages) {
        return of(report, toPackages, false);
    }

    private static String of(NightReport report, String toPackages, boolean counted) {
        PageLinks links = new PageLinks(RecipeLinks.of(report.night().run()), toPackages);
        Page page = new Page();
        page.heading(1, "Night of " + Numbers.day(report.night().run().started(), report.zone()));
        page.paragraph(summary(report));
        if (counted) {
            page.paragraph(toDo(report));
        }
        ChangesSection.write(page, links, report.changes(), report.night().pulls(), report.zone());
        DeedSection.write(page, links, report.deeds());
        BreakSection.write(page, links, report.breaking(), report.fuzzy());
        NotAssessedSection.write(page, links, report.notAssessed(), report.deltasNotAssessed(), report.notReproduced());
        DropSection.write(
                page,
                links,
                report.dropNow(),
                report.dropAtBump(),
                report.kept(),
                report.unused(),
                report.night().byPackage().keySet());
        UnsentSection.write(page, links, report.unsent());
        BehindSection.write(page, links, report.behind(), report.behindApart(), report.zone());
        FindingSection.write(page, links, report.findings(), report.problems());
        ScoreSection.write(page, links, report);
        page.paragraph(run(report));
        return page.text();
    }

    private static String summary(NightReport report) {
        Totals totals = report.totals();
        Run run = report.night().run();
        return Numbers.count(totals.packages(), "package") + ": "
                + Numbers.count(totals.scored()) + " assessed, "
                + unscored(totals)
                + Numbers.count(totals.skipped()) + " skipped, "
                + Numbers.count(totals.failed()) + " failed. Recipes " + recipes(run) + ".";
    }

    private static String run(NightReport report) {
        Run run = report.night().run();
        @Nullable Instant finished = run.finished();
        String took = finished == null ? "not finished" : Numbers.duration(Duration.between(run.started(), finished));
        return "Run " + Code.of(run.id()) + ", started " + Numbers.time(run.started(), report.zone()) + "; " + took
                + ".";
    }

    private static String unscored(Totals totals) {
        int unscored = totals.tracked() - totals.scored();
        return unscored == 0 ? "" : Numbers.count(unscored) + " without a score, ";
    }

    private static String recipes(Run run) {
        String commit = run.recipesCommit();
        if (commit == null) {
            return "from a plain directory";
        }
        String shown = commit.matches("[0-9a-f]{7,64}") ? "`" + commit.substring(0, 7) + "`" : Code.of(commit);
        return "at " + Inline.web(shown, RecipeLinks.of(run).commit());
    }

    private static String toDo(NightReport report) {
        return Inline.bold(Numbers.count(report.dropNow().size(), "delta")) + " can be dropped today, "
                + Inline.bold(Numbers.count(report.dropAtBump().size())) + " more at the next bump; "
                + Inline.bold(Numbers.count(report.unused().size(), "patch file"))
                + (report.unused().size() == 1 ? " is" : " are") + " used by no step; "
                + Inline.bold(Numbers.count(report.breaking().size(), "delta"))
                + " will break at the next bump; "
                + behind(report);
    }

    /** As the terminal counts them: with those that are behind on purpose. */
    private static String behind(NightReport report) {
        int apart = report.behindApart().size();
        int behind = report.behind().size() + apart;
        return Inline.bold(Numbers.count(behind, "package"))
                + (behind == 1 ? " is behind its newest release" : " are behind their newest release")
                + (apart == 0 ? "." : ", " + Numbers.count(apart) + " of them on purpose.");
    }
}
