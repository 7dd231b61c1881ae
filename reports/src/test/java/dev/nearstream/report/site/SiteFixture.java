package dev.nearstream.report.site;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.report.EarlierScores;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PackageBackground;
import dev.nearstream.report.PullView;
import dev.nearstream.report.RunsReport;
import dev.nearstream.report.ScoreCurves;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.render.PullsPage;
import dev.nearstream.report.render.ReportWriter;
import dev.nearstream.score.Points;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.RunSum;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole sites to look at. */
final class SiteFixture {
    /** Right to left, and hostile in as many ways as a line has room for. */
    static final String HOSTILE =
            "<script>alert(1)</script> | שלום \"x\" 'y' </td><img src=x onerror=alert(2)> [a](javascript:alert(3)) `b` &amp;";

    private static final IsoWeek LAST = IsoWeek.parse("2026-W34");

    private SiteFixture() {}

    /** A night with something in every section, a trend and pull requests; its texts are hostile. */
    static void full(Path out) throws IOException {
        List<Outcome> outcomes = new ArrayList<>(Nights.tonight().outcomes());
        outcomes.add(new Outcome.Failed("hostile", "hostile.yaml", HOSTILE, HOSTILE));
        outcomes.add(new Outcome.Skipped(HOSTILE, HOSTILE, HOSTILE));
        Night night = new Night(Nights.run(1), outcomes, Nights.tonight().problems());
        Site site = Site.in(out);
        ReportWriter writer = new ReportWriter(out, site);
        NightReport report = NightReport.of(night, Nights.before(), Nights.ZONE);
        writer.write(report, Nights.before(), background());
        writer.writeRuns(RunsReport.of(night.run().recipes(), Nights.ZONE, List.of(sum(0), sum(1))));
        writer.writeTrend(trend());
        writer.writePulls(PullsPage.markdown(
                List.of(
                        new PullView("libpcap", "1.10.6", "opened", HOSTILE, "https://github.com/d/os/pull/7", null),
                        new PullView("held", "3.0", "held back", "", null, null)),
                false,
                null));
        site.finish(report, trend());
    }

    /** A hostile diff, and points that moved. */
    private static PackageBackground background() {
        return new PackageBackground(
                EarlierScores.NONE,
                Map.of("hash of patch:fix-headers.patch", "--- a/x\n+++ b/x\n```\n</details>" + HOSTILE + "\n+x\n"),
                ScoreCurves.of(
                        List.of(Nights.run(0), Nights.run(1)),
                        Map.of(
                                Nights.run(0).id(), Map.of("libpcap", new Points(0, 0, 8, 1)),
                                Nights.run(1).id(), Map.of("libpcap", new Points(15.5, 4, 0, 1.25))),
                        new CarriedPast(List.of(), List.of(), List.of())));
    }

    /** Nothing but a night. */
    static void plain(Path out, Night night) throws IOException {
        Site site = Site.in(out);
        NightReport report = NightReport.of(night, null, Nights.ZONE);
        new ReportWriter(out, site).write(report, null);
        site.finish(report, null);
    }

    private static RunSum sum(int day) {
        Map<ScoreClass, Double> points = Map.of(
                ScoreClass.AVOIDABLE, 12.5, ScoreClass.BLOCKED, 0.0, ScoreClass.NECESSARY, 3.0, ScoreClass.LAG, 1.0);
        return new RunSum(
                Nights.run(day), false, 3, 3, 1, 2, 1, 1, 5, 1, day, points, new Quantiles(2, 3L, 140L), null);
    }

    private static TrendReport trend() {
        IsoWeek first = LAST.plus(-60);
        List<PastWeek> weeks =
                IntStream.rangeClosed(0, 60).mapToObj(i -> week(first.plus(i))).toList();
        CarriedPast past = new CarriedPast(
                weeks,
                List.of(
                        span("zlib", "old.patch", first, LAST),
                        span("zlib", HOSTILE, LAST, null),
                        span("jq", "new.patch", LAST.plus(-1), null)),
                List.of(new PackageSpan("zlib", first, null), new PackageSpan("jq", LAST.plus(-1), null)));
        return TrendReport.of(
                Nights.run(1).recipes(),
                past,
                JudgedPast.NONE,
                52,
                List.of(sum(0), sum(1)),
                (name, recipe) -> List.of("@" + name));
    }

    private static Span span(String name, String id, IsoWeek born, @Nullable IsoWeek gone) {
        return new Span(
                name, new CarriedDelta(DeltaKind.PATCH, "patch:" + id, "patch:" + id, Purpose.SECURITY, 3), born, gone);
    }

    private static PastWeek week(IsoWeek week) {
        return new PastWeek(
                new WeekCommit(
                        week,
                        "0".repeat(40),
                        week.monday().plusDays(4).atStartOfDay().toInstant(ZoneOffset.UTC)),
                2,
                2,
                2,
                1);
    }

    /** All files below, with slashes, sorted. */
    static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
