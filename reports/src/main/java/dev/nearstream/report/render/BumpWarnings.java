package dev.nearstream.report.render;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.recipe.CommentRequest;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.VerifyResult;
import java.util.ArrayList;
import java.util.List;

/** Why a person must look before it is merged. */
final class BumpWarnings {
    private BumpWarnings() {}

    static void write(Page page, BumpReport report, int rows) {
        if (!report.draft()) {
            return;
        }
        page.paragraph("⚠️ " + Inline.bold("This is a draft: a person must look before it is merged."));
        List<String> why = new ArrayList<>();
        VerifyResult verified = report.verified();
        if (verified != null && verified.failed()) {
            why.add(VerifySection.sentence(verified) + "; its last lines stand below");
        }
        report.requests().stream()
                .filter(request -> request.kind() == CommentRequest.Kind.LOOK)
                .forEach(request -> why.add("The recipe asks for it, " + LeftToDo.asked(request)));
        for (PatchPlan patch : report.plan().patches()) {
            if (patch.action() == PatchPlan.Action.CONFLICT) {
                why.add(Code.of(patch.patch()) + " "
                        + (patch.isUnknown() ? "could not be judged" : "does not go in") + ": "
                        + Message.of(patch.reason()));
            } else if (patch.action() != PatchPlan.Action.KEEP && patch.confidence() == PatchPlan.Confidence.LOW) {
                why.add(Code.of(patch.patch()) + " is "
                        + (patch.action() == PatchPlan.Action.DROP ? "dropped" : "refreshed")
                        + " with little confidence: " + Message.of(patch.reason()));
            }
        }
        report.plan().others().stream()
                .filter(other -> other.action() == BumpPlan.Action.CONFLICT)
                .forEach(other ->
                        why.add(Code.of(other.id()) + " does not work any more: " + Message.of(other.reason())));
        report.unresolved().forEach(one -> why.add("Not resolved: " + Message.of(one)));
        page.bullets(LeftToDo.some(why, rows));
    }
}
