package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delta's verdicts, a patch's at up to three trees, and what speaks for each. */
final class VerdictSection {
    private static final int HUNKS = 20;
    private static final String PACKAGED = "the packaged version";
    private static final String NEWEST = "the newest release";

    private VerdictSection() {}

    static void write(Page page, CarriedDelta carried) {
        if (carried.delta().kind() == DeltaKind.PATCH) {
            patch(page, carried);
        } else {
            other(page, carried);
        }
    }

    private static void other(Page page, CarriedDelta carried) {
        AssessedDelta delta = carried.delta();
        String packaged = PACKAGED + " " + Code.of(carried.of().version());
        String version = carried.of().lag().newestVersion();
        String newest = NEWEST + (version == null ? "" : " " + Code.of(version));
        if (delta.now() != null && delta.now().equals(delta.atLatest())) {
            other(page, carried, packaged + " and at " + newest, delta.now());
        } else {
            other(page, carried, packaged, delta.now());
            other(page, carried, newest, delta.atLatest());
        }
    }

    private static void other(Page page, CarriedDelta carried, String where, @Nullable Verdict verdict) {
        if (verdict != null) {
            page.paragraph("At " + where + ": "
                    + Inline.bold(VerdictText.summary(carried.delta().kind(), verdict)));
            page.bullets(lines(carried, verdict));
        }
    }

    private static void patch(Page page, CarriedDelta carried) {
        AssessedDelta delta = carried.delta();
        AtBranch branch = delta.atBranch();
        Verdict atBranch = branch == null ? null : branch.verdict();
        if (delta.now() == null && delta.atLatest() == null && atBranch == null) {
            return;
        }
        VerdictConfidence confidence = new VerdictConfidence(delta.now());
        Table table = Table.of("Tree", "Verdict", "Confidence");
        table.row("packaged " + Code.of(carried.of().version()), verdict(delta, delta.now()), confidence.packaged());
        String newest = carried.of().lag().newestVersion();
        if (delta.atLatest() != null || newest != null) {
            table.row(
                    "newest" + (newest == null ? "" : " " + Code.of(newest)),
                    verdict(delta, delta.atLatest()),
                    confidence.later(delta.atLatest()));
        }
        if (branch != null) {
            table.row(
                    tree(carried, branch),
                    branch.missing() == null ? verdict(delta, atBranch) : "not held: " + Message.of(branch.missing()),
                    branch.apart() ? "low: another stream" : confidence.later(atBranch));
        }
        page.table(table);
        Map<List<String>, List<String>> said = new LinkedHashMap<>();
        add(said, PACKAGED, carried, delta.now());
        add(said, NEWEST, carried, delta.atLatest());
        add(said, "the default branch", carried, atBranch);
        said.forEach((lines, trees) -> {
            page.paragraph("At " + all(trees) + ":");
            page.bullets(lines);
        });
    }

    private static String all(List<String> trees) {
        int last = trees.size() - 1;
        return last == 0 ? trees.get(0) : String.join(", ", trees.subList(0, last)) + " and " + trees.get(last);
    }

    private static String tree(CarriedDelta carried, AtBranch branch) {
        String name = branch.branch() == null ? "default branch" : "branch " + Code.of(branch.branch(), 60);
        return branch.commit() == null
                ? name
                : name + " at " + Inline.commit(carried.of().upstream(), branch.commit());
    }

    private static String verdict(AssessedDelta delta, @Nullable Verdict verdict) {
        String summary = VerdictText.summary(delta.kind(), verdict);
        return verdict == null ? summary : Inline.bold(summary);
    }

    /** What is the same at several trees is said once. */
    private static void add(
            Map<List<String>, List<String>> said, String tree, CarriedDelta carried, @Nullable Verdict verdict) {
        List<String> lines = verdict == null ? List.of() : lines(carried, verdict);
        if (!lines.isEmpty()) {
            said.computeIfAbsent(lines, none -> new ArrayList<>()).add(tree);
        }
    }

    private static List<String> lines(CarriedDelta carried, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        if (!verdict.finding().isEmpty()) {
            lines.add(Message.of(verdict.finding()));
        }
        lines.addAll(VerdictText.evidence(carried.of().upstream(), verdict));
        List<String> failures = VerdictText.failures(verdict);
        failures.stream().limit(HUNKS).forEach(lines::add);
        if (failures.size() > HUNKS) {
            lines.add("and " + Numbers.count(failures.size() - HUNKS, "more hunk"));
        }
        lines.addAll(VerdictText.inexact(verdict));
        return lines;
    }
}
