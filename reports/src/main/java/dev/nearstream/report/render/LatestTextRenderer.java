package dev.nearstream.report.render;

import dev.nearstream.release.Release;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.report.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code latest} for the terminal. */
public final class LatestTextRenderer {
    private static final int TAGS = 4;

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
            if (newest.tag() != null) {
                lines.add("tag", newest.tag().name());
            }
            if (newest.commit() != null) {
                lines.add("commit", newest.commit());
            }
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
        return lines.text() + (standing.rejected().isEmpty() ? "" : "\n" + rejected(standing));
    }

    /** Tags by the reason, the most first: a list of them all would bury the answer. */
    private static String rejected(ReleaseStanding standing) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        standing.rejected()
                .forEach(one -> byReason.computeIfAbsent(one.why(), why -> new ArrayList<>())
                        .add(VisibleText.of(one.tag())));
        TextTable table = TextTable.of("#REJECTED", "WHY", "~TAGS");
        byReason.entrySet().stream()
                .sorted(Comparator.comparingInt(of -> -of.getValue().size()))
                .forEach(of -> table.row(
                        Numbers.count(of.getValue().size()),
                        of.getKey(),
                        Listing.line(of.getValue(), TAGS, ", ", tag -> tag)));
        return table.text();
    }

    private static String behind(ReleaseStanding standing) {
        Long days = standing.daysBehind();
        return Numbers.count(standing.releasesBehind(), "release") + ", "
                + (days == null ? "days not known" : Numbers.count(days, "day"));
    }
}
