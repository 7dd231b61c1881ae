package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;
import dev.nearstream.upstream.Release;
import dev.nearstream.upstream.ReleaseStanding;

/** {@code latest} for the terminal. */
public final class LatestTextRenderer {
    private LatestTextRenderer() {}

    /**
     * The whole output.
     *
     * @param current the packaged version as the recipe writes it
     */
    public static String of(String packageName, String current, ReleaseStanding standing) {
        Release newest = standing.newest();
        TextLines lines = new TextLines();
        lines.add("package", packageName);
        lines.add("current", current);
        if (newest == null) {
            lines.add("latest", "none: " + (standing.reason() == null ? "not known why" : standing.reason()));
        } else {
            lines.add("latest", newest.version().text());
            lines.add("tag", newest.tag().name());
            lines.add("commit", newest.tag().commit());
            lines.add(
                    "released",
                    newest.date() == null ? "not known" : newest.date().toString());
            lines.add("behind", behind(standing));
        }
        lines.add(
                "source",
                standing.source() + ", " + Numbers.count(standing.considered()) + " considered, "
                        + Numbers.count(standing.rejected().size()) + " rejected");
        standing.findings().forEach(finding -> lines.add("finding", finding));
        TextTable rejected = TextTable.of("REJECTED", "WHY");
        standing.rejected().forEach(one -> rejected.row(VisibleText.of(one.tag()), one.why()));
        return lines.text() + (standing.rejected().isEmpty() ? "" : "\n" + rejected.text());
    }

    private static String behind(ReleaseStanding standing) {
        Long days = standing.daysBehind();
        return Numbers.count(standing.releasesBehind(), "release") + ", "
                + (days == null ? "days not known" : Numbers.count(days, "day"));
    }
}
