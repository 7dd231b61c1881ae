package dev.nearstream.report.render;

import dev.nearstream.report.EarlierScores.Then;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.ScoreCause;
import dev.nearstream.report.ScoreMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a package's points are others than before. Where they are the same nothing is written, for the page would change each night. */
final class ScoreMoveSection {
    private static final int CAUSES = 12;
    private static final int LONGEST = 200;

    private ScoreMoveSection() {}

    static void write(Page page, PackageReport report) {
        ScoreMove move = report.move();
        if (move == null || move.none()) {
            return;
        }
        page.heading(3, "Why it moved");
        List<String> since = new ArrayList<>();
        if (move.last() != null) {
            since.add(more(move, move.last(), "in the last run, " + moment(report, move.last())));
        }
        move.earlier().forEach(then -> since.add(more(move, then, "on " + day(report, then))));
        page.paragraph(Inline.bold(Numbers.points(move.now()) + " points") + ": " + String.join("; ", since) + ".");
        List<String> causes = new ArrayList<>();
        move.causes().stream().limit(CAUSES).forEach(cause -> causes.add(cause(cause)));
        if (move.causes().size() > CAUSES) {
            double rest = move.causes().stream()
                    .skip(CAUSES)
                    .mapToDouble(ScoreCause::points)
                    .sum();
            causes.add(Inline.bold(signed(rest)) + " by "
                    + Numbers.count(move.causes().size() - CAUSES, "more reason"));
        }
        if (!causes.isEmpty()) {
            page.paragraph("Since the last run:");
            page.bullets(causes);
        }
    }

    private static String more(ScoreMove move, Then then, String when) {
        double more = move.since(then);
        return more == 0
                ? "as many as " + when
                : Numbers.points(Math.abs(more)) + (more > 0 ? " more than " : " fewer than ") + when;
    }

    /** The day; of the same day its time too. */
    private static String moment(PackageReport report, Then then) {
        String day = day(report, then);
        return day.equals(Numbers.day(report.run().started(), report.zone()))
                ? Numbers.time(then.run().started(), report.zone())
                : day;
    }

    private static String day(PackageReport report, Then then) {
        return Numbers.day(then.run().started(), report.zone());
    }

    private static String cause(ScoreCause cause) {
        String what = switch (cause.kind()) {
            case NEW -> "new: ";
            case GONE -> "gone: ";
            case CHANGED -> "";
        };
        return Inline.bold(signed(cause.points())) + " " + cause.scoreClass().label() + ": " + what
                + Message.rest(cause.reason(), LONGEST)
                + (cause.before() == null ? "" : " (before: " + Message.rest(cause.before(), LONGEST) + ")");
    }

    private static String signed(double points) {
        return String.format(Locale.ROOT, "%+,.1f", points).replace('-', '−');
    }
}
