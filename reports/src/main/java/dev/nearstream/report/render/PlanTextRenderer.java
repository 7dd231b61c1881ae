package dev.nearstream.report.render;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.Evidence;
import dev.nearstream.report.VisibleText;
import java.util.List;

/** {@code plan} for the terminal. */
public final class PlanTextRenderer {
    private PlanTextRenderer() {}

    /** The whole output. */
    public static String of(BumpPlan plan) {
        TextLines lines = new TextLines();
        lines.add("package", plan.packageName());
        lines.add("bump", plan.from() + " to " + plan.to() + ", tag " + VisibleText.of(plan.tag()));
        lines.add("commit", plan.commit());
        lines.add("blocked", blocked(plan));
        TextTable table = TextTable.of("DELTA", "ACTION", "CONFIDENCE", "REASON");
        for (PatchPlan patch : plan.patches()) {
            table.row(
                    VisibleText.of(patch.patch()),
                    patch.action().label(),
                    patch.confidence().label(),
                    VisibleText.of(patch.reason()));
        }
        plan.others()
                .forEach(one -> table.row(
                        VisibleText.of(one.id()), one.action().label(), Inline.UNKNOWN, VisibleText.of(one.reason())));
        boolean none = plan.patches().isEmpty() && plan.others().isEmpty();
        return lines.text() + "\n" + (none ? "nothing is carried\n" : table.text()) + evidence(plan);
    }

    private static String blocked(BumpPlan plan) {
        long unknown = plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.UNKNOWN)
                .count();
        String rest = unknown == 0 ? "" : "; %,d unknown".formatted(unknown);
        return (plan.blocked() ? "yes, a person must look" : "no") + rest;
    }

    /** The commits that the actions rest on; what has none is said in the reason already. */
    private static String evidence(BumpPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.patches().forEach(patch -> evidence(text, patch.patch(), patch.evidence()));
        plan.others().forEach(other -> evidence(text, other.id(), other.evidence()));
        return text.isEmpty() ? "" : "\n" + text;
    }

    private static void evidence(StringBuilder text, String of, List<Evidence> evidence) {
        evidence.stream()
                .filter(one -> one.commit() != null)
                .forEach(one -> text.append(VisibleText.of(of + ", " + VerdictLines.evidence(one)))
                        .append('\n'));
    }
}
