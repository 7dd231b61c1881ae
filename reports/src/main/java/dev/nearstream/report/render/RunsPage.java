package dev.nearstream.report.render;

import dev.nearstream.report.RunsReport;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.RunSum;
import java.util.function.Predicate;

/** The runs, latest first. */
final class RunsPage {
    /** More than a year of nights. */
    static final int ROWS = 400;

    private RunsPage() {}

    /** @param hasPage whether a run's page is there, by its id */
    static String of(RunsReport report, Predicate<String> hasPage) {
        Table table = Table.of(
                "Run",
                "Packages",
                "#Assessed",
                "#Aligned",
                "#Deltas",
                "#Droppable",
                "#Breaking",
                "#Avoidable",
                "#Blocked",
                "#Necessary",
                "#Lag");
        report.sums().stream().limit(ROWS).forEach(sum -> row(table, report, sum, hasPage));
        Page page = new Page().heading(1, "Runs");
        page.paragraph(Numbers.count(report.sums().size(), "finished run") + " over " + Code.of(report.recipes())
                + (report.sums().size() > ROWS ? "; the latest " + Numbers.count(ROWS) + ":" : ":"));
        return page.table(table).text();
    }

    private static void row(Table table, RunsReport report, RunSum sum, Predicate<String> hasPage) {
        String started = Numbers.time(sum.run().started(), report.zone());
        String id = sum.run().id();
        String selection = sum.run().selection();
        int packages = sum.tracked() + sum.skipped() + sum.failed();
        table.row(
                hasPage.test(id) ? Inline.local(started, id + ".md") : started,
                Numbers.count(packages) + (selection.isEmpty() ? "" : ", by " + Code.of(selection, 60)),
                Numbers.share(sum.scored(), packages),
                Numbers.share(sum.aligned(), sum.scored()),
                Numbers.count(sum.deltas()),
                Numbers.count(sum.droppable()),
                Numbers.count(sum.breaking()),
                points(sum, ScoreClass.AVOIDABLE),
                points(sum, ScoreClass.BLOCKED),
                points(sum, ScoreClass.NECESSARY),
                points(sum, ScoreClass.LAG));
    }

    private static String points(RunSum sum, ScoreClass of) {
        return Numbers.points(sum.points().getOrDefault(of, 0.0));
    }
}
