package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.NightReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What will not survive the next bump, and what does not even apply today. */
final class BreakSection {
    private static final int HUNKS = 3;

    private BreakSection() {}

    static void write(Page page, PageLinks links, NightReport report) {
        page.heading(2, "Will break at the next bump");
        if (report.breaking().isEmpty()) {
            page.paragraph("Nothing.");
        } else {
            Table table = Table.of("Package", "Bump", "Delta", "Verdict", "Where it fails");
            Listing.table(
                    page,
                    links,
                    report.breaking(),
                    table,
                    (rows, carried) -> rows.row(
                            links.packagePage(carried.of().packageName()),
                            DropSection.bump(carried),
                            links.delta(carried),
                            VerdictText.summary(
                                    carried.delta().kind(), carried.delta().atLatest()),
                            failures(carried.delta().atLatest())));
        }
        fuzzy(page, links, report.fuzzy());
        notReproduced(page, links, report.notReproduced());
    }

    private static void fuzzy(Page page, PageLinks links, List<CarriedDelta> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        page.heading(3, "Applies only with fuzz");
        page.paragraph(
                deltas.size() == 1
                        ? "Refresh it before the next release breaks it."
                        : "Refresh them before the next release breaks them.");
        Table table = Table.of("Package", "Bump", "Delta", "#Hunks", "#With fuzz");
        Listing.table(
                page,
                links,
                deltas,
                table,
                (rows, carried) -> rows.row(
                        links.packagePage(carried.of().packageName()),
                        DropSection.bump(carried),
                        links.delta(carried),
                        hunks(carried.delta().atLatest(), false),
                        hunks(carried.delta().atLatest(), true)));
    }

    private static void notReproduced(Page page, PageLinks links, List<CarriedDelta> deltas) {
        page.heading(2, "Does not apply at its own version");
        if (deltas.isEmpty()) {
            page.paragraph("Nothing.");
            return;
        }
        page.paragraph("The package builds, so the tree that " + (deltas.size() == 1 ? "this delta" : "these deltas")
                + " met there was not the one that was read here: cannot reproduce the build's tree. A submodule, an"
                + " earlier step or generated files may be the reason.");
        Table table = Table.of("Package", "Version", "Delta", "Verdict", "Where it fails");
        Listing.table(
                page,
                links,
                deltas,
                table,
                (rows, carried) -> rows.row(
                        links.packagePage(carried.of().packageName()),
                        Code.of(carried.of().version()),
                        links.delta(carried),
                        VerdictText.summary(
                                carried.delta().kind(), carried.delta().now()),
                        failures(carried.delta().now())));
    }

    private static String failures(@Nullable Verdict verdict) {
        return verdict == null
                ? Inline.UNKNOWN
                : Listing.line(VerdictText.failures(verdict), HUNKS, "; ", line -> line);
    }

    private static String hunks(@Nullable Verdict verdict, boolean fuzzy) {
        return verdict == null
                ? Inline.UNKNOWN
                : Numbers.count(verdict.files().stream()
                        .flatMap(file -> file.hunks().stream())
                        .filter(hunk -> !fuzzy || hunk.fuzz() > 0)
                        .count());
    }
}
