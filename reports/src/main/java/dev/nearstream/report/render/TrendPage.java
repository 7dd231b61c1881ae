package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.TrendReport.WeekMoves;
import dev.nearstream.report.WeekStanding;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.trend.Flow;
import dev.nearstream.trend.Lifetimes;
import dev.nearstream.trend.Move;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Takings;
import dev.nearstream.trend.TrendPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trend as markdown, for a manager: where it stands, where it goes, and what moved it. */
public final class TrendPage {
    private static final String TITLE = "Trend";
    private static final int FLOWS = 12;
    private static final int MOVES = 5;
    private static final int NAMES = 3;

    private TrendPage() {}

    /**
     * The page; the same report gives the same text.
     *
     * @param pictures the directory of the pictures, from the page, ending with a slash
     */
    public static String of(TrendReport report, String pictures) {
        Page page = new Page();
        page.heading(1, TITLE);
        Optional<TrendPoint> last = report.last();
        if (last.isEmpty()) {
            return none(report.recipes());
        }
        summary(page, report, last.get());
        page.paragraph("![Distinct local changes](" + pictures + "contents.svg)");
        compared(page, report, last.get());
        standings(page, report, pictures);
        flows(page, report);
        moves(page, report);
        lifetimes(page, report);
        takings(page, report);
        owners(page, report);
        definitions(page, report);
        return page.text();
    }

    /** The page where nothing is known. */
    public static String none(String recipes) {
        return new Page()
                .heading(1, TITLE)
                .paragraph("Nothing is known of the past of " + Code.of(recipes)
                        + ". `nearstream backfill` reads it out of the repository's history.")
                .text();
    }

    private static void summary(Page page, TrendReport report, TrendPoint now) {
        TrendPoint year = report.ago(TrendReport.YEAR);
        String ago = year == null
                ? ""
                : " A year before it was " + Numbers.count(year.deltas()) + ", " + Numbers.count(year.contents())
                        + " of them distinct, in " + Numbers.count(year.packages(), "package") + ".";
        page.paragraph("At the end of %s, %s carried %s, %s of them distinct.%s"
                .formatted(
                        now.week(),
                        Numbers.count(now.packages(), "package"),
                        Numbers.count(now.deltas(), "local change"),
                        Numbers.count(now.contents()),
                        ago + cohort(report, now)));
    }

    /** Packages that came and went are no progress and no regress. */
    private static String cohort(TrendReport report, TrendPoint now) {
        Optional<Integer> first = report.trend().points().stream()
                .map(TrendPoint::cohort)
                .filter(Objects::nonNull)
                .findFirst();
        Integer last = now.cohort();
        if (first.isEmpty() || last == null) {
            return "";
        }
        int change = last - first.get();
        return " In the %s that were there in each week since %s, distinct ones %s."
                .formatted(
                        Numbers.count(report.trend().cohortPackages().size(), "package"),
                        report.trend().cohortSince(),
                        change == 0
                                ? "stayed " + Numbers.count(last)
                                : (change > 0 ? "rose" : "fell") + " from " + Numbers.count(first.get()) + " to "
                                        + Numbers.count(last));
    }

    private static void compared(Page page, TrendReport report, TrendPoint now) {
        TrendPoint month = report.ago(TrendReport.MONTH);
        TrendPoint year = report.ago(TrendReport.YEAR);
        Table table = Table.of("What", "#Now", "#4 weeks ago", "#A year ago");
        row(table, "Packages", now, month, year, TrendPoint::packages);
        row(table, "Packages that carry something", now, month, year, TrendPoint::carrying);
        row(table, "Local changes", now, month, year, TrendPoint::deltas);
        row(table, Inline.bold("Distinct ones"), now, month, year, TrendPoint::contents);
        for (DeltaKind kind : DeltaKind.values()) {
            ToIntFunction<TrendPoint> count = point -> point.contentsByKind().getOrDefault(kind, 0);
            if (count.applyAsInt(now) > 0) {
                row(table, "of kind " + kind.label(), now, month, year, count);
            }
        }
        for (Purpose purpose : Purpose.values()) {
            ToIntFunction<TrendPoint> count = point -> point.contentsByPurpose().getOrDefault(purpose, 0);
            if (count.applyAsInt(now) > 0) {
                String label = purpose == Purpose.UNKNOWN ? "of unknown purpose" : "for " + purpose.label();
                row(table, label, now, month, year, count);
            }
        }
        page.heading(2, "What is carried").table(table);
    }

    private static void row(
            Table table,
            String label,
            TrendPoint now,
            @Nullable TrendPoint month,
            @Nullable TrendPoint year,
            ToIntFunction<TrendPoint> count) {
        table.row(label, count(now, count), count(month, count), count(year, count));
    }

    private static String count(@Nullable TrendPoint point, ToIntFunction<TrendPoint> count) {
        return point == null ? Inline.UNKNOWN : Numbers.count(count.applyAsInt(point));
    }

    private static void standings(Page page, TrendReport report, String pictures) {
        page.heading(2, "How it stands against upstream");
        if (report.standings().isEmpty()) {
            page.paragraph("No run over all packages has finished yet; `nearstream run` makes one, and "
                    + "`nearstream backfill --with-verdicts` looks at the past.");
            return;
        }
        page.paragraph("![Alignment and coverage](" + pictures + "alignment.svg)");
        page.paragraph("![Points by class](" + pictures + "points.svg)");
        page.paragraph("![Days behind](" + pictures + "behind.svg)");
        Table table = Table.of(
                "Week",
                "#Aligned",
                "#Assessed",
                "#Avoidable",
                "#Blocked",
                "#Necessary",
                "#Lag",
                "#Median days behind",
                "#90 % within",
                "#Droppable",
                "#Breaking");
        List<WeekStanding> latest = report.standings()
                .subList(
                        Math.max(0, report.standings().size() - FLOWS),
                        report.standings().size());
        for (int i = latest.size() - 1; i >= 0; i--) {
            WeekStanding one = latest.get(i);
            table.row(
                    one.week().toString(),
                    Numbers.share(one.aligned(), one.assessed()),
                    Numbers.share(one.assessed(), one.packages()),
                    points(one, ScoreClass.AVOIDABLE),
                    points(one, ScoreClass.BLOCKED),
                    points(one, ScoreClass.NECESSARY),
                    points(one, ScoreClass.LAG),
                    Numbers.orUnknown(one.daysBehind().median()),
                    Numbers.orUnknown(one.daysBehind().ninth()),
                    Numbers.count(one.droppable()),
                    Numbers.count(one.breaking()));
        }
        page.table(table);
    }

    private static String points(WeekStanding one, ScoreClass of) {
        return Numbers.points(one.points().getOrDefault(of, 0.0));
    }

    private static void flows(Page page, TrendReport report) {
        page.heading(2, "What came and went");
        Table table = Table.of(
                "Week",
                "#Born",
                "#With new packages",
                "#Upstream took",
                "#Dropped",
                "#With packages that went",
                "#Bumps");
        List<TrendPoint> points = report.trend().points();
        for (int i = points.size() - 1; i >= Math.max(1, points.size() - FLOWS); i--) {
            Flow flow = points.get(i).flow();
            table.row(
                    points.get(i).week().toString(),
                    Numbers.count(flow.born()),
                    Numbers.count(flow.arrived()),
                    taken(report, points.get(i).week()),
                    Numbers.count(flow.dropped()),
                    Numbers.count(flow.retired()),
                    Numbers.count(points.get(i).bumped()));
        }
        page.table(table);
    }

    /** Not known of a week that was not held against upstream. */
    private static String taken(TrendReport report, IsoWeek week) {
        boolean judged = report.standings().stream().anyMatch(one -> one.week().equals(week) && one.run() == null);
        int taken = report.takings().byWeek().getOrDefault(week, 0);
        return judged ? Numbers.count(taken) : Inline.UNKNOWN;
    }

    private static void moves(Page page, TrendReport report) {
        List<WeekMoves> weeks =
                report.moves().stream().filter(week -> !week.moves().isEmpty()).toList();
        if (weeks.isEmpty()) {
            return;
        }
        page.heading(2, "What moved it");
        for (WeekMoves week : weeks) {
            List<Move> largest = week.moves().stream().limit(MOVES).toList();
            int others = week.moves().size() - largest.size();
            List<String> lines = new ArrayList<>();
            largest.forEach(move -> lines.add(line(move)));
            if (others > 0) {
                lines.add("and %s".formatted(Numbers.count(others, "other package")));
            }
            page.paragraph(Inline.bold(week.week().toString())).bullets(lines);
        }
    }

    private static String line(Move move) {
        List<String> parts = new ArrayList<>();
        if (!move.came().isEmpty()) {
            parts.add("+" + Numbers.count(move.came().size()) + " (" + names(move.came()) + ")");
        }
        if (!move.went().isEmpty()) {
            parts.add("−" + Numbers.count(move.went().size()) + " (" + names(move.went()) + ")");
        }
        return Code.of(move.packageName()) + ": " + String.join(", ", parts);
    }

    private static String names(List<String> ids) {
        String names = ids.stream().limit(NAMES).map(Code::of).collect(Collectors.joining(", "));
        return ids.size() > NAMES ? names + ", …" : names;
    }

    private static void lifetimes(Page page, TrendReport report) {
        page.heading(2, "How long it is carried");
        Table table = Table.of(
                "Of", "#Dropped", "#Median weeks", "#90 % within", "#Carried", "#Median age", "#90 % younger than");
        lifetimes(table, "Patches", report.patches());
        lifetimes(table, "All local changes", report.all());
        page.table(table);
    }

    private static void lifetimes(Table table, String label, Lifetimes of) {
        Quantiles dropped = of.dropped();
        Quantiles carried = of.carried();
        table.row(
                label,
                Numbers.count(dropped.count()),
                Numbers.orUnknown(dropped.median()),
                Numbers.orUnknown(dropped.ninth()),
                Numbers.count(carried.count()),
                Numbers.orUnknown(carried.median()),
                Numbers.orUnknown(carried.ninth()));
    }

    private static void takings(Page page, TrendReport report) {
        Takings takings = report.takings();
        if (takings.count() == 0) {
            return;
        }
        page.heading(2, "What upstream took");
        page.paragraph(
                "Of the patches whose upstream is at hand, upstream took %s, %s of them before we carried %s. Still carried: %s."
                        .formatted(
                                Numbers.count(takings.count()),
                                Numbers.count(takings.backports()),
                                takings.backports() == 1 ? "it" : "them",
                                Numbers.count(takings.waiting())));
        Table table = Table.of("From", "#Patches", "#Median weeks", "#90 % within");
        row(table, "birth to upstream's commit", takings.birthToTaken());
        row(table, "upstream's commit to our dropping it", takings.takenToDropped());
        row(table, "the first release with it to our dropping it", takings.releasedToDropped());
        page.table(table);
    }

    private static void row(Table table, String label, Quantiles of) {
        table.row(label, Numbers.count(of.count()), Numbers.orUnknown(of.median()), Numbers.orUnknown(of.ninth()));
    }

    private static void owners(Page page, TrendReport report) {
        if (report.owners().stream().allMatch(one -> one.owner().isEmpty())) {
            return;
        }
        Table table = Table.of("Owner", "#Now", "#4 weeks ago", "#A year ago");
        report.owners()
                .forEach(one -> table.row(
                        one.owner().isEmpty() ? "nobody" : Code.of(one.owner()),
                        Numbers.count(one.now()),
                        count(one.month()),
                        count(one.year())));
        page.heading(2, "Distinct local changes by owner").table(table);
    }

    private static String count(@Nullable Integer count) {
        return count == null ? Inline.UNKNOWN : Numbers.count(count);
    }

    private static void definitions(Page page, TrendReport report) {
        page.heading(2, "How it is counted");
        page.bullets(List.of(
                "A week is one of ISO 8601, in UTC; it is the tree of its last commit by first parents.",
                "Distinct: a patch copied into several packages is one, nearly equal copies too; the commits picked into"
                        + " one repository are one.",
                "Born and dropped are of packages that were there in both weeks; what was altered and goes on is neither.",
                "The fixed cohort is the %s that were there in each week since %s."
                        .formatted(
                                Numbers.count(report.trend().cohortPackages().size(), "package"),
                                report.trend().cohortSince()),
                "Aligned: at the newest admitted release, with nothing avoidable or blocked, of the packages that were"
                        + " assessed.",
                "A week without a run was held against upstream as it was at the week's end, where its repository is at"
                        + " hand, under today's policy.",
                "Days behind: since the first admitted release that was not taken; 0 at the newest. Pinned, manual and"
                        + " disabled packages are apart.",
                "Upstream took: the first week at whose end a release that could be had contained the patch."));
    }
}
