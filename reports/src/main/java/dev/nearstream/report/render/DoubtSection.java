package dev.nearstream.report.render;

import dev.nearstream.report.NightReport;
import dev.nearstream.report.NotAssessed;
import java.util.List;

/** Findings, and what is not known. */
final class DoubtSection {
    private static final int NAMES = 8;

    private DoubtSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        page.heading(2, "Findings");
        if (report.findings().isEmpty()) {
            page.paragraph("Nothing.");
        } else {
            Table table = Table.of("#Packages", "Finding", "Which");
            page.folded(
                    Numbers.count(report.findings().size(), "finding"),
                    folded -> Listing.table(
                            folded,
                            links,
                            report.findings(),
                            table,
                            (rows, finding) -> rows.row(
                                    Numbers.count(finding.names().size()),
                                    Message.of(finding.text()),
                                    Listing.line(finding.names(), NAMES, ", ", links::packagePage))));
        }
        page.heading(2, "Not assessed, and why");
        if (report.notAssessed().isEmpty()) {
            page.paragraph("Every package was assessed.");
        } else {
            Table table = Table.of("#Packages", "State", "Reason", "Which");
            page.folded(
                    Numbers.count(report.notAssessed().size(), "reason"),
                    folded -> Listing.table(
                            folded,
                            links,
                            report.notAssessed(),
                            table,
                            (rows, one) -> rows.row(
                                    Numbers.count(one.names().size()),
                                    OutsideText.of(one.state()),
                                    Message.of(one.reason()),
                                    Listing.line(one.names(), NAMES, ", ", links::packagePage))));
        }
        deltas(page, links, report.deltasNotAssessed());
        problems(page, links, report);
    }

    private static void deltas(Page page, PageLinks links, List<NotAssessed> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.heading(3, "Deltas without a verdict");
        Table table = Table.of("#Deltas", "Kind", "Reason", "Which");
        page.folded(
                Numbers.count(groups.size(), "reason"),
                folded -> Listing.table(
                        folded,
                        links,
                        groups,
                        table,
                        (rows, one) -> rows.row(
                                Numbers.count(one.names().size()),
                                OutsideText.of(one.state()),
                                Message.of(one.reason()),
                                Listing.line(one.names(), NAMES / 2, ", ", DoubtSection::packageAndDelta))));
    }

    /** A package's name has no blank. */
    private static String packageAndDelta(String name) {
        int blank = name.indexOf(' ');
        return blank < 0
                ? Code.ifBroken(name, 120)
                : Code.ifBroken(name.substring(0, blank), 100) + " " + Code.of(name.substring(blank + 1), 120);
    }

    private static void problems(Page page, PageLinks links, NightReport report) {
        if (report.problems().isEmpty()) {
            return;
        }
        page.heading(3, "Problems in recipes");
        Table table = Table.of("Where", "What");
        page.folded(
                Numbers.count(report.problems().size(), "problem"),
                folded -> Listing.table(
                        folded,
                        links,
                        report.problems(),
                        table,
                        (rows, problem) -> rows.row(links.at(problem.at()), Message.of(problem.message()))));
    }
}
