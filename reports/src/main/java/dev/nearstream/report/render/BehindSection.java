package dev.nearstream.report.render;

import dev.nearstream.report.Behind;
import dev.nearstream.report.NightReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases that were not taken. */
final class BehindSection {
    private BehindSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        page.heading(2, "Far behind");
        if (report.behind().isEmpty()) {
            page.paragraph("Nothing.");
        } else {
            page.paragraph(
                    stand(report.behind()) + " behind " + (report.behind().size() == 1 ? "its" : "their")
                            + " newest release; days count from the first release that was not taken.");
            Table table = Table.of("Package", "Packaged", "Newest", "#Releases", "#Days", "Newest of");
            page.folded(
                    "Which, the longest first",
                    folded -> Listing.table(
                            folded,
                            links,
                            report.behind(),
                            table,
                            (rows, behind) -> rows.row(
                                    links.packagePage(behind.of().packageName()),
                                    Code.of(behind.of().version()),
                                    Inline.newest(behind.of()),
                                    Numbers.count(behind.of().lag().releases()),
                                    Numbers.orUnknown(behind.days()),
                                    day(behind.of().lag().newestDate(), report.zone()))));
        }
        apart(page, links, report.behindApart());
    }

    private static void apart(Page page, PageLinks links, List<Behind> behind) {
        if (behind.isEmpty()) {
            return;
        }
        page.heading(3, "On purpose");
        page.paragraph(stand(behind) + " behind because the recipe says so.");
        Table table = Table.of("Package", "Why", "Packaged", "Newest", "#Releases", "#Days");
        page.folded(
                "Which, and why",
                folded -> Listing.table(
                        folded,
                        links,
                        behind,
                        table,
                        (rows, one) -> rows.row(
                                links.packagePage(one.of().packageName()),
                                Inline.text(one.of().lag().stream()),
                                Code.of(one.of().version()),
                                Inline.newest(one.of()),
                                Numbers.count(one.of().lag().releases()),
                                Numbers.orUnknown(one.days()))));
    }

    private static String stand(List<Behind> behind) {
        return Numbers.count(behind.size(), "package") + (behind.size() == 1 ? " stands" : " stand");
    }

    private static String day(@Nullable Instant when, ZoneId zone) {
        return when == null ? Inline.UNKNOWN : Numbers.day(when, zone);
    }
}
