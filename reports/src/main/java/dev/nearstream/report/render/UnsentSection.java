package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Unsent;

/** Patches that upstream could have, and has not been offered as far as anybody says. */
final class UnsentSection {
    private UnsentSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        page.heading(2, "Never sent upstream");
        if (report.unsent().isEmpty()) {
            page.paragraph("Nothing.");
            return;
        }
        page.folded(
                Numbers.count(report.unsent().size(), "patch") + " of which nobody says that upstream was asked",
                folded -> {
                    Table table = Table.of("Package", "Patch", "#Points", "#Copies", "Why it is carried", "Offer it");
                    Listing.table(folded, links, report.unsent(), table, (rows, unsent) -> row(rows, links, unsent));
                });
    }

    private static void row(Table rows, PageLinks links, Unsent unsent) {
        CarriedDelta carried = unsent.carried();
        rows.row(
                links.packagePage(carried.of().packageName()),
                links.delta(carried),
                Numbers.points(unsent.points()),
                Numbers.count(unsent.copies()),
                Inline.text(carried.delta().background().reason()),
                unsent.send().isEmpty() ? Inline.UNKNOWN : Inline.web("open an issue", unsent.send()));
    }
}
