package dev.nearstream.report.site;

import dev.nearstream.report.NightReport;
import dev.nearstream.report.Totals;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.render.NightPage;
import dev.nearstream.report.render.Numbers;
import org.jspecify.annotations.Nullable;

/** The first page: the night's, its figures at the top, and the trend's curves at the end. */
final class Overview {
    private Overview() {}

    static String of(NightReport report, @Nullable TrendReport trend) {
        Prose prose = Prose.of(NightPage.uncounted(report, "packages/") + curves(trend));
        return Layout.page("index.html", prose.title(), prose.withContents(figures(report)));
    }

    private static String figures(NightReport report) {
        Totals totals = report.totals();
        return "<dl class=\"figures\">\n"
                + figure("can be dropped today", Numbers.count(report.dropNow().size()))
                + figure(
                        "more at the next bump",
                        Numbers.count(report.dropAtBump().size()))
                + figure(
                        "break at the next bump",
                        Numbers.count(report.breaking().size()))
                + figure(
                        "packages behind",
                        Numbers.count(
                                report.behind().size() + report.behindApart().size()))
                + figure("of the assessed aligned", Numbers.share(totals.aligned(), totals.scored()))
                + figure("of all packages assessed", Numbers.share(totals.scored(), totals.packages()))
                + "</dl>\n";
    }

    private static String figure(String label, String value) {
        return "<div><dt>" + label + "</dt><dd>" + value + "</dd></div>\n";
    }

    private static String curves(@Nullable TrendReport trend) {
        if (trend == null) {
            return "";
        }
        return "\n## Trend\n\n![Distinct local changes](trends/contents.svg)\n\n"
                + (trend.standings().isEmpty() ? "" : """
                        ![Alignment and coverage](trends/alignment.svg)

                        ![Points by class](trends/points.svg)

                        """)
                + "[The whole trend](trends.md)\n";
    }
}
