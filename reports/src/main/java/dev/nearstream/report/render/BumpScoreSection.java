package dev.nearstream.report.render;

import dev.nearstream.report.BumpReport;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.tracker.BumpScore;

/** How far the package stands from upstream, without and with the bump. */
final class BumpScoreSection {
    private BumpScoreSection() {}

    static void write(Page page, BumpReport report) {
        BumpScore score = report.score();
        if (score == null) {
            return;
        }
        page.heading(3, "Score");
        Score after = score.after();
        Table table = Table.of("Points", "#Before", "#After");
        for (ScoreClass one : ScoreClass.values()) {
            table.row(
                    one.label(),
                    Numbers.points(score.before().total(one)),
                    after == null ? Inline.UNKNOWN : Numbers.points(after.total(one)));
        }
        table.row(
                Inline.bold("total"),
                Inline.bold(Numbers.points(score.before().total())),
                after == null ? Inline.UNKNOWN : Inline.bold(Numbers.points(after.total())));
        page.table(table);
        if (score.notAfter() != null) {
            page.paragraph("After is not known: " + Message.of(score.notAfter()) + ".");
        }
    }
}
