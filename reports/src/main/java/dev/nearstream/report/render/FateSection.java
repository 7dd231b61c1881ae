package dev.nearstream.report.render;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.FixedAdvisory;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.report.BumpReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of each thing that the package carries. */
final class FateSection {
    private static final int EVIDENCE = 3;

    /** What asks most first. */
    private static final List<String> ORDER = List.of("conflict", "drop", "refresh", "keep");

    private FateSection() {}

    private record Fate(String what, String action, String confidence, String reason, List<Evidence> evidence) {}

    /** @param shown patches whose evidence stands above already */
    static void write(Page page, BumpReport report, int rows, Set<String> shown) {
        BumpPlan plan = report.plan();
        page.heading(3, "What becomes of the local changes");
        if (plan.patches().isEmpty() && plan.others().isEmpty()) {
            page.paragraph("The package carries none.");
            return;
        }
        List<Fate> fates = fates(plan);
        Table table = Table.of("Change", "Action", "Confidence", "Why", "Evidence");
        fates.stream()
                .limit(rows)
                .forEach(fate -> table.row(
                        Code.of(fate.what(), 120),
                        fate.action(),
                        fate.confidence(),
                        fate.action().equals("conflict") ? "see above" : Message.of(fate.reason()),
                        shown.contains(fate.what()) ? "see above" : evidence(report, fate)));
        page.table(table);
        if (fates.size() > rows) {
            page.paragraph("And " + Numbers.count(fates.size() - rows) + " more.");
        }
        others(page, plan);
        advisories(page, report);
    }

    private static String evidence(BumpReport report, Fate fate) {
        return fate.evidence().stream()
                .map(one -> beside(fate.reason(), one))
                .filter(one -> one.commit() != null
                        || one.firstRelease() != null
                        || !one.detail().isEmpty())
                .limit(EVIDENCE)
                .map(one -> VerdictText.evidence(report.upstream(), one))
                .collect(Collectors.joining("; "));
    }

    /** Without the detail where the reason says it, in these words or with a comma for a semicolon. */
    private static Evidence beside(String reason, Evidence one) {
        return reason.replace(';', ',').contains(one.detail().replace(';', ','))
                ? new Evidence(one.kind(), one.commit(), one.subject(), one.date(), one.firstRelease(), "")
                : one;
    }

    private static List<Fate> fates(BumpPlan plan) {
        List<Fate> fates = new ArrayList<>();
        plan.patches()
                .forEach(patch -> fates.add(new Fate(
                        patch.patch(),
                        patch.action().label(),
                        patch.confidence().label(),
                        patch.reason(),
                        patch.action() == PatchPlan.Action.KEEP ? List.of() : patch.evidence())));
        plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.DROP || other.action() == BumpPlan.Action.CONFLICT)
                .forEach(other -> fates.add(new Fate(
                        other.id(), other.action().label(), Inline.UNKNOWN, other.reason(), other.evidence())));
        fates.sort(Comparator.comparingInt(fate -> ORDER.indexOf(fate.action())));
        return fates;
    }

    /** Those that stay are counted: there may be hundreds. */
    private static void others(Page page, BumpPlan plan) {
        boolean picks = plan.others().stream()
                .anyMatch(other -> other.kind() == DeltaKind.CHERRY_PICK && other.action() == BumpPlan.Action.DROP);
        if (picks) {
            page.paragraph(
                    "A pick that upstream has would be empty, which ends the build: it goes with the new version.");
        }
        List<String> lines = new ArrayList<>();
        counted(plan, BumpPlan.Action.KEEP).ifPresent(kinds -> lines.add("Still needed, and kept: " + kinds));
        counted(plan, BumpPlan.Action.UNKNOWN)
                .ifPresent(kinds -> lines.add("Kept, and nothing is known of whether it is still needed: " + kinds));
        page.bullets(lines);
    }

    private static final int NAMED = 6;

    /** Few are named. */
    private static Optional<String> counted(BumpPlan plan, BumpPlan.Action action) {
        List<BumpPlan.Other> these =
                plan.others().stream().filter(other -> other.action() == action).toList();
        if (!these.isEmpty() && these.size() <= NAMED) {
            return Optional.of(these.stream().map(other -> Code.of(other.id())).collect(Collectors.joining(", ")));
        }
        Map<String, Long> kinds = these.stream()
                .collect(Collectors.groupingBy(other -> other.kind().label(), TreeMap::new, Collectors.counting()));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(kinds.entrySet().stream()
                        .map(kind -> Numbers.count(kind.getValue()) + " × " + kind.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static void advisories(Page page, BumpReport report) {
        if (report.advisories().isEmpty()) {
            return;
        }
        page.heading(3, "Advisories");
        page.paragraph("The package had fixes of its own for these, which go: upstream has them.");
        Table table = Table.of("Advisory", "Fixed by upstream in", "Was fixed here by");
        report.advisories()
                .forEach(advisory -> table.row(
                        Code.of(advisory.id()),
                        release(report, advisory),
                        advisory.deltas().stream().map(Code::of).collect(Collectors.joining(", "))));
        page.table(table);
    }

    private static String release(BumpReport report, FixedAdvisory advisory) {
        return advisory.firstRelease() == null
                ? Code.of(report.plan().to()) + " or before"
                : Inline.tag(report.upstream(), advisory.firstRelease());
    }

    /** Old and new text side by side: of those that are rewritten, and of those that stay and would do better. */
    static void refreshed(Page page, BumpReport report) {
        Set<String> kept = report.plan().patches().stream()
                .filter(patch -> patch.action() == PatchPlan.Action.KEEP)
                .map(PatchPlan::patch)
                .collect(Collectors.toSet());
        Map<Boolean, List<BumpReport.Refreshed>> byKept =
                report.refreshed().stream().collect(Collectors.partitioningBy(one -> kept.contains(one.patch())));
        texts(page, "Refreshed patches, old and new text", byKept.getOrDefault(false, List.of()));
        texts(page, "Patches left as they are that need fuzz, and texts without", byKept.getOrDefault(true, List.of()));
    }

    private static void texts(Page page, String summary, List<BumpReport.Refreshed> texts) {
        if (texts.isEmpty()) {
            return;
        }
        page.folded(
                summary + " (" + Numbers.count(texts.size()) + ")",
                content -> texts.forEach(one -> {
                    content.paragraph(Code.of(one.patch()));
                    if (one.diff().isEmpty()) {
                        content.paragraph("Line numbers alone.");
                    } else {
                        content.fence("diff", one.diff().lines());
                    }
                    if (one.diff().left() > 0) {
                        content.paragraph("And " + Numbers.count(one.diff().left(), "line") + " more.");
                    }
                }));
    }
}
