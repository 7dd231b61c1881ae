package dev.nearstream.report.render;

import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Totals;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.List;

/** The night's points, by class, never as one number alone. */
final class ScoreSection {
    private ScoreSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        Totals totals = report.totals();
        page.heading(2, "Score");
        page.paragraph(coverage(totals, report.night()));
        page.paragraph(
                "Points are the upkeep of what is carried, by size, purpose and age, and of releases that were not"
                        + " taken. A package is best held against itself on another day.");
        Table classes = Table.of("Class", "#Points", "#Packages", "What it asks for");
        for (ScoreClass scoreClass : ScoreClass.values()) {
            classes.row(
                    scoreClass.label(),
                    Numbers.points(totals.points().getOrDefault(scoreClass, 0.0)),
                    Numbers.count(totals.carrying().getOrDefault(scoreClass, 0)),
                    deed(scoreClass));
        }
        page.table(classes);
        if (!report.worst().isEmpty()) {
            page.heading(3, "Packages with the most to gain");
            page.paragraph("Ordered by the points of what is avoidable, then of what is blocked.");
            Table table = Table.of("Package", "Version", "#Avoidable", "#Blocked", "#Necessary", "#Lag", "#Total");
            page.folded(
                    "Which, and their points by class",
                    folded ->
                            Listing.table(folded, links, report.worst(), table, (rows, one) -> row(rows, links, one)));
        }
    }

    private static void row(Table rows, PageLinks links, Outcome.Tracked one) {
        rows.row(
                links.packagePage(one.packageName()),
                Code.of(one.version()),
                points(one, ScoreClass.AVOIDABLE),
                points(one, ScoreClass.BLOCKED),
                points(one, ScoreClass.NECESSARY),
                points(one, ScoreClass.LAG),
                one.score() == null
                        ? Inline.UNKNOWN
                        : Numbers.points(one.score().total()));
    }

    static String points(Outcome.Tracked one, ScoreClass scoreClass) {
        return one.score() == null ? Inline.UNKNOWN : Numbers.points(Totals.points(one, scoreClass));
    }

    private static String coverage(Totals totals, Night night) {
        List<AssessedDelta> deltas = night.tracked()
                .filter(tracked -> tracked.score() != null)
                .flatMap(tracked -> tracked.deltas().stream())
                .toList();
        long unknown = deltas.stream()
                .filter(delta -> delta.now() == null && delta.atLatest() == null)
                .count();
        return "Assessed: " + Numbers.count(totals.scored()) + " of "
                + Numbers.count(totals.packages(), "package") + " ("
                + Numbers.share(totals.scored(), totals.packages()) + "), with "
                + Numbers.count(deltas.size(), "delta")
                + (unknown == 0 ? "" : ", " + Numbers.count(unknown) + " of them without a verdict")
                + ". Aligned, at the newest release with nothing avoidable or"
                + " blocked: " + Numbers.count(totals.aligned()) + " of the assessed ("
                + Numbers.share(totals.aligned(), totals.scored()) + ").";
    }

    private static String deed(ScoreClass scoreClass) {
        return switch (scoreClass) {
            case AVOIDABLE -> "drop it: upstream has it, or it does nothing";
            case BLOCKED -> "refresh it: it breaks at the newest release, or needs fuzz there";
            case NECESSARY -> "send it upstream, or keep it";
            case LAG -> "take the release";
        };
    }
}
