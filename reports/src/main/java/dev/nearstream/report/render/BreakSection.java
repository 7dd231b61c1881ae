package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.store.AssessedDelta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What will not survive the next bump: one line a patch family, with the places where it fails and who touched it last. */
final class BreakSection {
    private static final int LINES = 10;
    private static final int NAMES = 4;
    private static final int HUNKS = 2;

    private BreakSection() {}

    /**
     * @param breaking those that apply today and not at the newest release
     * @param fuzzy those that apply there with fuzz alone
     */
    static void write(Page page, PageLinks links, List<CarriedDelta> breaking, List<CarriedDelta> fuzzy) {
        page.heading(2, "Bumps that will fail");
        if (breaking.isEmpty()) {
            page.paragraph("None.");
        } else {
            List<List<CarriedDelta>> families = List.copyOf(breaking.stream()
                    .collect(Collectors.groupingBy(CarriedDelta::family, LinkedHashMap::new, Collectors.toList()))
                    .values());
            Listing.items(
                    page, families, LINES, "that will fail", Listing.Items.BULLETS, family -> line(links, family));
        }
        fuzzy(page, links, fuzzy);
    }

    private static String line(PageLinks links, List<CarriedDelta> family) {
        CarriedDelta first = family.get(0);
        Verdict latest = first.delta().atLatest();
        String where = failures(latest);
        return Listing.line(
                        family,
                        NAMES,
                        ", ",
                        one -> links.packagePage(one.of().packageName()) + " " + DropSection.bump(one))
                + ": " + links.named(first) + ", "
                + VerdictText.summary(first.delta().kind(), latest)
                + (where.isEmpty() ? "" : ": " + where) + touched(links, first.delta());
    }

    /** Whom to ask: who changed the patch last in the recipes. */
    private static String touched(PageLinks links, AssessedDelta delta) {
        return BackgroundText.touched(links, delta)
                .map(who -> "; last touched by " + who)
                .orElse("");
    }

    private static void fuzzy(Page page, PageLinks links, List<CarriedDelta> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        Table table = Table.of("Package", "Bump", "Delta", "#Hunks", "#With fuzz");
        String apply = deltas.size() == 1
                ? " applies there only with fuzz: refresh it before a release breaks it"
                : " apply there only with fuzz: refresh them before a release breaks them";
        page.folded(
                Numbers.count(deltas.size(), "delta") + apply,
                folded -> Listing.table(
                        folded,
                        links,
                        deltas,
                        table,
                        (rows, carried) -> rows.row(
                                links.packagePage(carried.of().packageName()),
                                DropSection.bump(carried),
                                links.delta(carried),
                                hunks(carried.delta().atLatest(), false),
                                hunks(carried.delta().atLatest(), true))));
    }

    /** Empty where nothing is known of them. */
    static String failures(@Nullable Verdict verdict) {
        return verdict == null ? "" : Listing.line(VerdictText.failures(verdict), HUNKS, "; ", line -> line);
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
