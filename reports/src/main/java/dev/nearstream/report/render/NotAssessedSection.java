package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.NotAssessed;
import java.util.List;

/** What is not known, and why: one line a reason, with what mends it. */
final class NotAssessedSection {
    private static final int LINES = 6;
    private static final int NAMES = 4;

    private NotAssessedSection() {}

    /**
     * @param packages without an assessment, the reason of most first
     * @param deltas of assessed packages without a verdict, the same way
     * @param notReproduced deltas that do not apply at their own version
     */
    static void write(
            Page page,
            PageLinks links,
            List<NotAssessed> packages,
            List<NotAssessed> deltas,
            List<CarriedDelta> notReproduced) {
        page.heading(2, "Not assessed");
        if (packages.isEmpty()) {
            page.paragraph("Every package was assessed.");
        } else {
            String rest = packages.size() == LINES + 1 ? "reason" : "reasons";
            Listing.items(page, packages, LINES, rest, Listing.Items.BULLETS, one -> line(links, one));
        }
        deltas(page, links, deltas);
        notReproduced(page, links, notReproduced);
    }

    private static String line(PageLinks links, NotAssessed one) {
        String mend = Remedy.of(one);
        return Inline.bold(Numbers.count(one.names().size(), "package")) + " "
                + OutsideText.rest(one.state().replaceFirst(": (.+)", " ($1)")) + ": "
                + Message.of(one.reason()) + " (" + Listing.line(one.names(), NAMES, ", ", links::packagePage) + ")"
                + (mend.isEmpty() ? "" : ". " + mend);
    }

    private static void deltas(Page page, PageLinks links, List<NotAssessed> groups) {
        if (groups.isEmpty()) {
            return;
        }
        int all = groups.stream().mapToInt(group -> group.names().size()).sum();
        Table table = Table.of("#Deltas", "Kind", "Reason", "Which");
        page.folded(
                Numbers.count(all, "delta") + " without a verdict, for " + Numbers.count(groups.size(), "reason"),
                folded -> Listing.table(
                        folded,
                        links,
                        groups,
                        table,
                        (rows, one) -> rows.row(
                                Numbers.count(one.names().size()),
                                OutsideText.of(one.state()),
                                Message.of(one.reason()),
                                Listing.line(one.names(), NAMES, ", ", NotAssessedSection::packageAndDelta))));
    }

    /** A package's name has no blank. */
    private static String packageAndDelta(String name) {
        int blank = name.indexOf(' ');
        return blank < 0
                ? Code.ifBroken(name, 120)
                : Code.ifBroken(name.substring(0, blank), 100) + " " + Code.of(name.substring(blank + 1), 120);
    }

    private static void notReproduced(Page page, PageLinks links, List<CarriedDelta> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        Table table = Table.of("Package", "Version", "Delta", "Verdict", "Where it fails");
        page.folded(
                Numbers.count(deltas.size(), "delta")
                        + (deltas.size() == 1
                                ? " that does not apply at its own version"
                                : " that do not apply at their own version"),
                folded -> {
                    folded.paragraph("The package builds, so the tree that "
                            + (deltas.size() == 1 ? "this delta" : "these deltas")
                            + " met there was not the one that was read here: cannot reproduce the build's tree. A"
                            + " submodule, an earlier step or generated files may be the reason.");
                    Listing.table(folded, links, deltas, table, (rows, carried) -> row(rows, links, carried));
                });
    }

    private static void row(Table rows, PageLinks links, CarriedDelta carried) {
        String where = BreakSection.failures(carried.delta().now());
        rows.row(
                links.packagePage(carried.of().packageName()),
                Code.of(carried.of().version()),
                links.delta(carried),
                VerdictText.summary(carried.delta().kind(), carried.delta().now()),
                where.isEmpty() ? Inline.UNKNOWN : where);
    }
}
