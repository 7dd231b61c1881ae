package dev.nearstream.report.render;

import dev.nearstream.report.Behind;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.time.Instant;

/** Every package of the night, one row each. */
public final class PackageIndexPage {
    private PackageIndexPage() {}

    /** The page as it stands in the packages' directory. */
    public static String of(NightReport report) {
        PageLinks links = new PageLinks(RecipeLinks.of(report.night().run()), "");
        Instant when = report.night().run().started();
        Table table = Table.of(
                "Package",
                "State",
                "Version",
                "Newest",
                "#Days",
                "#Deltas",
                "#Avoidable",
                "#Blocked",
                "#Necessary",
                "#Lag",
                "Why not");
        report.night().outcomes().forEach(outcome -> row(table, links, outcome, when));
        Page page = new Page();
        page.heading(1, "All packages");
        page.paragraph(Numbers.count(report.night().outcomes().size(), "package") + " in the "
                + Inline.local("night of " + Numbers.day(when, report.zone()), "../index.md") + ".");
        page.table(table);
        return page.text();
    }

    private static void row(Table table, PageLinks links, Outcome outcome, Instant when) {
        String name = links.packagePage(outcome.packageName());
        if (outcome instanceof Outcome.Tracked one) {
            table.row(
                    name,
                    one.score() == null ? "not scored" : "assessed",
                    Code.of(one.version(), 40),
                    one.lag().newestVersion() == null ? "" : Code.of(one.lag().newestVersion(), 40),
                    Numbers.orUnknown(Behind.days(one.lag(), when)),
                    Numbers.count(one.deltas().size()),
                    ScoreSection.points(one, ScoreClass.AVOIDABLE),
                    ScoreSection.points(one, ScoreClass.BLOCKED),
                    ScoreSection.points(one, ScoreClass.NECESSARY),
                    ScoreSection.points(one, ScoreClass.LAG),
                    one.notScored() == null ? "" : Message.of(one.notScored()));
        } else {
            String state = outcome instanceof Outcome.Failed ? "failed" : "skipped";
            String why = outcome instanceof Outcome.Failed failed
                    ? failed.message()
                    : outcome instanceof Outcome.Skipped skipped ? skipped.reason() : "";
            table.row(name, state, "", "", "", "", "", "", "", "", Message.of(why));
        }
    }
}
