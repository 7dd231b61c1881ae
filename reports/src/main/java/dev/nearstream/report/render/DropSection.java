package dev.nearstream.report.render;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.UnusedFile;
import dev.nearstream.score.ScoreClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What need not be carried any more. */
final class DropSection {
    private DropSection() {}

    /**
     * @param now deltas that upstream has at the packaged version
     * @param atBump those that it has at the newest release
     * @param kept those that a person has decided to keep
     * @param unused patch files that no step uses
     * @param packages those that have a page
     */
    static void write(
            Page page,
            PageLinks links,
            List<CarriedDelta> now,
            List<CarriedDelta> atBump,
            List<CarriedDelta> kept,
            List<UnusedFile> unused,
            Set<String> packages) {
        page.heading(2, "Can be dropped");
        if (now.isEmpty() && atBump.isEmpty() && unused.isEmpty()) {
            page.paragraph("Nothing.");
        }
        if (!now.isEmpty()) {
            page.folded(
                    them(now) + " today: upstream has " + it(now)
                            + " at the packaged version, or nothing is left to do",
                    folded -> deltas(folded, links, now, "Version", false));
        }
        if (!atBump.isEmpty()) {
            page.folded(
                    them(atBump) + " at the next bump: upstream has " + it(atBump)
                            + " at its newest release, or nothing is left to do",
                    folded -> deltas(folded, links, atBump, "Bump", true));
        }
        if (!unused.isEmpty()) {
            page.folded(
                    Numbers.count(unused.size(), "patch file") + " that no step uses",
                    folded -> unused(folded, links, unused, packages));
        }
        if (!kept.isEmpty()) {
            page.folded(
                    Numbers.count(kept.size(), "delta") + " kept by somebody's decision",
                    folded -> kept(folded, links, kept));
        }
    }

    private static String it(List<CarriedDelta> deltas) {
        return deltas.size() == 1 ? "it" : "them";
    }

    /** With the number of distinct patches, where copies are among them. */
    private static String them(List<CarriedDelta> deltas) {
        long distinct = deltas.stream().map(CarriedDelta::family).distinct().count();
        String all = Numbers.count(deltas.size(), "delta");
        return distinct == deltas.size() ? all : all + " (" + Numbers.count(distinct) + " without copies)";
    }

    private static void deltas(
            Page page, PageLinks links, List<CarriedDelta> deltas, String version, boolean atLatest) {
        Table table = Table.of("Package", version, "Delta", "#Points", "First found", "Evidence");
        Listing.table(
                page,
                links,
                deltas,
                table,
                (rows, carried) -> rows.row(
                        links.packagePage(carried.of().packageName()),
                        atLatest ? bump(carried) : Code.of(carried.of().version()),
                        links.delta(carried),
                        Numbers.points(carried.points(ScoreClass.AVOIDABLE)),
                        day(carried.delta().avoidableSince()),
                        evidence(carried, atLatest)));
    }

    /** Whatever the verdicts say: a person has looked. */
    private static void kept(Page page, PageLinks links, List<CarriedDelta> kept) {
        Table table = Table.of("Package", "Delta", "At newest", "Decided");
        Listing.table(
                page,
                links,
                kept,
                table,
                (rows, carried) -> rows.row(
                        links.packagePage(carried.of().packageName()),
                        links.delta(carried),
                        carried.delta().atLatest() == null
                                ? Inline.UNKNOWN
                                : VerdictText.summary(
                                        carried.delta().kind(), carried.delta().atLatest()),
                        Inline.text(carried.delta().background().decision())));
    }

    /** {@code 1.10 → 1.12}; the version alone where it is the newest or that one is not known. */
    static String bump(CarriedDelta carried) {
        String version = carried.of().version();
        return carried.of().lag().releases() == 0
                ? Code.of(version)
                : Code.of(version) + " → " + Inline.newest(carried.of());
    }

    private static String evidence(CarriedDelta carried, boolean atLatest) {
        Verdict verdict =
                atLatest ? carried.delta().atLatest() : carried.delta().now();
        if (verdict == null) {
            return Inline.UNKNOWN;
        }
        String advisories = AdvisoryText.of(List.of(carried), atLatest);
        return Listing.line(VerdictText.evidence(carried.of().upstream(), verdict), 2, "; ", line -> line)
                + (advisories.isEmpty() ? "" : "; " + advisories);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? Inline.UNKNOWN : day.toString();
    }

    private static void unused(Page page, PageLinks links, List<UnusedFile> files, Set<String> packages) {
        Map<String, List<UnusedFile>> byPackage = new TreeMap<>();
        files.forEach(file -> byPackage
                .computeIfAbsent(file.packageName(), name -> new ArrayList<>())
                .add(file));
        List<List<UnusedFile>> worstFirst = byPackage.values().stream()
                .sorted(Comparator.comparing(DropSection::points, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        Table table = Table.of("Package", "#Points", "#Files", "Which");
        Listing.table(
                page,
                links,
                worstFirst,
                table,
                (rows, these) -> rows.row(
                        packages.contains(these.get(0).packageName())
                                ? links.packagePage(these.get(0).packageName())
                                : "no recipe",
                        Numbers.pointsOrUnknown(points(these)),
                        Numbers.count(these.size()),
                        Listing.line(
                                these,
                                10,
                                ", ",
                                file -> Inline.web(
                                        Code.ifBroken(file.at().file(), 120),
                                        links.recipes().file(file.at().file())))));
    }

    /** Null where the package has no score. */
    private static @Nullable Double points(List<UnusedFile> files) {
        return files.stream().map(UnusedFile::points).reduce(0.0, (a, b) -> a == null || b == null ? null : a + b);
    }
}
