package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Unsent;
import java.util.List;

/** Patches that upstream could have, and has not been offered as far as anybody says. */
final class UnsentSection {
    private UnsentSection() {}

    /** @param unsent the costliest first */
    static void write(Page page, PageLinks links, List<Unsent> unsent) {
        page.heading(2, "Never sent upstream");
        if (unsent.isEmpty()) {
            page.paragraph("Nothing.");
            return;
        }
        page.folded(Numbers.count(unsent.size(), "patch") + " of which nobody says that upstream was asked", folded -> {
            Table table = Table.of("Package", "Patch", "#Points", "#Copies", "Why it is carried", "Offer it");
            Listing.table(folded, links, unsent, table, (rows, one) -> row(rows, links, one));
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
