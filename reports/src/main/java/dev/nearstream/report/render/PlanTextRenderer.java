package dev.nearstream.report.render;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.report.VisibleText;

/** {@code plan} for the terminal. */
public final class PlanTextRenderer {
    private PlanTextRenderer() {}

    /** The whole output. */
    public static String of(BumpPlan plan) {
        TextLines lines = new TextLines();
        lines.add("package", plan.packageName());
        lines.add("bump", plan.from() + " to " + plan.to() + ", tag " + VisibleText.of(plan.tag()));
        lines.add("commit", plan.commit());
        lines.add("blocked", plan.blocked() ? "yes: a patch needs a person" : "no patch needs a person");
        TextTable table = TextTable.of("DELTA", "ACTION", "CONFIDENCE", "REASON");
        for (PatchPlan patch : plan.patches()) {
            table.row(
                    VisibleText.of(patch.patch()),
                    patch.action().label(),
                    patch.confidence().label(),
                    VisibleText.of(patch.reason()));
        }
        plan.others().forEach(one -> table.row(one.id(), one.action().label(), Inline.UNKNOWN, one.reason()));
        boolean none = plan.patches().isEmpty() && plan.others().isEmpty();
        return lines.text() + "\n" + (none ? "nothing is carried\n" : table.text());
    }
}
