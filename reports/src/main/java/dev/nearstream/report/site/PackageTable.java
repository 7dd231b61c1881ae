package dev.nearstream.report.site;

import dev.nearstream.report.Behind;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Totals;
import dev.nearstream.report.VisibleText;
import dev.nearstream.report.render.Numbers;
import dev.nearstream.report.render.PackageFiles;
import dev.nearstream.report.render.Xml;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of all packages. It is HTML to begin with, and the script makes it sort and filter; closing tags that HTML
 * leaves to the reader are left out, for there are thousands of rows.
 */
final class PackageTable {
    private static final int LONGEST_VERSION = 40;
    private static final int LONGEST_REASON = 120;

    private static final List<Column> COLUMNS = List.of(
            new Column("name", "Package", false),
            new Column("state", "State", false),
            new Column("version", "Version", false),
            new Column("newest", "Newest", false),
            new Column("days", "Days", true),
            new Column("deltas", "Deltas", true),
            new Column("avoidable", "Avoidable", true),
            new Column("blocked", "Blocked", true),
            new Column("necessary", "Necessary", true),
            new Column("lag", "Lag", true),
            new Column("why", "Why not", false));

    private static final String CONTROLS = """
            <div class="controls" role="search" hidden>
            <div><label for="filter">Filter by name or reason</label><input id="filter" type="search" autocomplete="off" spellcheck="false"></div>
            <div><label for="show">Show</label><select id="show">
            <option value="all">all packages
            <option value="avoidable">with something avoidable
            <option value="blocked">with something blocked
            <option value="behind">behind their newest release
            <option value="deltas">with deltas
            <option value="assessed">assessed
            <option value="unscored">without a score
            <option value="failed">failed
            <option value="skipped">skipped
            </select></div>
            <p role="status"></p>
            </div>
            """;

    private record Column(String key, String title, boolean number) {}

    private PackageTable() {}

    static String of(NightReport report) {
        Instant when = report.night().run().started();
        StringBuilder page = new StringBuilder("<h1>All packages</h1>\n<p>");
        page.append(Numbers.count(report.night().outcomes().size(), "package"))
                .append(" in the <a href=\"../index.html\">night of ")
                .append(Numbers.day(when, report.zone()))
                .append("</a>. Days are since the first release that was not taken; the four classes are points.</p>\n")
                .append(CONTROLS)
                .append("<div class=\"box tall\" role=\"group\" tabindex=\"0\" aria-label=\"Table: all packages\">\n")
                .append("<table class=\"packages\">\n<thead><tr>");
        for (Column column : COLUMNS) {
            page.append("<th scope=\"col\" id=\"").append(column.key()).append('"');
            page.append(column.number() ? " data-type=\"number\"" : "");
            page.append(column.key().equals("name") ? " aria-sort=\"ascending\"" : "");
            page.append("><span>").append(column.title()).append("</span></th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        report.night().outcomes().forEach(outcome -> row(page, outcome, when));
        page.append("</tbody>\n</table>\n</div>\n");
        return Layout.page("packages/index.html", "All packages", page.toString());
    }

    private static void row(StringBuilder page, Outcome outcome, Instant when) {
        String name = text(outcome.packageName(), 100);
        page.append("<tr><th scope=row>")
                .append(PackageFiles.fileName(outcome.packageName())
                        .map(file -> "<a href=\"" + Site.html(file) + "\">" + name + "</a>")
                        .orElse(name));
        if (outcome instanceof Outcome.Tracked one) {
            Long days = Behind.days(one.lag(), when);
            cells(
                    page,
                    one.score() == null ? "not scored" : "assessed",
                    text(one.version(), LONGEST_VERSION),
                    text(one.lag().newestVersion(), LONGEST_VERSION),
                    days == null ? "" : Numbers.count(days),
                    Numbers.count(one.deltas().size()),
                    points(one, ScoreClass.AVOIDABLE),
                    points(one, ScoreClass.BLOCKED),
                    points(one, ScoreClass.NECESSARY),
                    points(one, ScoreClass.LAG),
                    text(one.notScored(), LONGEST_REASON));
        } else if (outcome instanceof Outcome.Failed failed) {
            reason(page, "failed", failed.message());
        } else if (outcome instanceof Outcome.Skipped skipped) {
            reason(page, "skipped", skipped.reason());
        }
        page.append('\n');
    }

    /** The reason alone, in place of all that is not known; it is a cell of the last column to those who hear the table. */
    private static void reason(StringBuilder page, String state, String reason) {
        cells(page, state);
        page.append("<td colspan=9 headers=why>").append(text(reason, LONGEST_REASON));
    }

    private static void cells(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("<td>").append(cell);
        }
    }

    private static String points(Outcome.Tracked one, ScoreClass of) {
        return one.score() == null ? "" : Numbers.points(Totals.points(one, of));
    }

    private static String text(@Nullable String outside, int longest) {
        return outside == null ? "" : Xml.text(VisibleText.of(outside, longest));
    }
}
