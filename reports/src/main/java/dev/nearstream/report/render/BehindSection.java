package dev.nearstream.report.render;

import dev.nearstream.report.Behind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases that were not taken. */
final class BehindSection {
    private BehindSection() {}

    /**
     * @param behind the longest first
     * @param apart those that are behind on purpose
     */
    static void write(Page page, PageLinks links, List<Behind> behind, List<Behind> apart, ZoneId zone) {
        page.heading(2, "Far behind");
        if (behind.isEmpty() && apart.isEmpty()) {
            page.paragraph("None.");
        }
        if (!behind.isEmpty()) {
            Table table = Table.of("Package", "Packaged", "Newest", "#Releases", "#Days", "Newest of");
            page.folded(
                    stand(behind) + " behind " + (behind.size() == 1 ? "its" : "their")
                            + " newest release; days count from the first release that was not taken",
                    folded -> Listing.table(
                            folded,
                            links,
                            behind,
                            table,
                            (rows, one) -> rows.row(
                                    links.packagePage(one.of().packageName()),
                                    Code.of(one.of().version()),
                                    Inline.newest(one.of()),
                                    Numbers.count(one.of().lag().releases()),
                                    Numbers.orUnknown(one.days()),
                                    day(one.of().lag().newestDate(), zone))));
        }
        apart(page, links, apart);
    }

    private static void apart(Page page, PageLinks links, List<Behind> behind) {
        if (behind.isEmpty()) {
            return;
        }
        Table table = Table.of("Package", "Why", "Packaged", "Newest", "#Releases", "#Days");
        page.folded(
                stand(behind) + " behind because the recipe says so",
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
