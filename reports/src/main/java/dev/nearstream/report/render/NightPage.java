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
        PageLinks links = new PageLinks(RecipeLinks.of(report.night().run()), toPackages);
        Page page = new Page();
        page.heading(1, "Night of " + Numbers.day(report.night().run().started(), report.zone()));
        page.paragraph(summary(report));
        page.paragraph(toDo(report));
        ChangesSection.write(page, links, report.changes(), report.zone());
        DeedSection.write(page, links, report);
        BreakSection.write(page, links, report);
        DropSection.write(page, links, report);
        UnsentSection.write(page, links, report);
        BehindSection.write(page, links, report);
        DoubtSection.write(page, links, report);
        ScoreSection.write(page, links, report);
        return page.text();
    }

    private static String summary(NightReport report) {
        Totals totals = report.totals();
        Run run = report.night().run();
        return Numbers.count(totals.packages(), "package") + ": "
                + Numbers.count(totals.scored()) + " assessed, "
                + unscored(totals)
                + Numbers.count(totals.skipped()) + " skipped, "
                + Numbers.count(totals.failed()) + " failed; "
                + took(run) + ". Recipes " + recipes(run) + ". Run " + Code.of(run.id()) + ", started "
                + Numbers.time(run.started(), report.zone()) + ".";
    }

    private static String unscored(Totals totals) {
        int unscored = totals.tracked() - totals.scored();
        return unscored == 0 ? "" : Numbers.count(unscored) + " without a score, ";
    }

    private static String took(Run run) {
        @Nullable Instant finished = run.finished();
        return finished == null ? "not finished" : Numbers.duration(Duration.between(run.started(), finished));
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
