package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.tracker.PlannedEdit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code plan --format json}. */
public final class PlanJson {
    private static final Set<DeltaKind> PINS = Set.of(DeltaKind.DEPENDENCY_BUMP, DeltaKind.SHELL_PIN);

    /** Those that have a list of their own; the others are told among what is not resolved. */
    private static final Set<DeltaKind> LISTED =
            Set.of(DeltaKind.CHERRY_PICK, DeltaKind.DEPENDENCY_BUMP, DeltaKind.SHELL_PIN, DeltaKind.INLINE_EDIT);

    private PlanJson() {}

    /**
     * The whole output.
     *
     * @param edited the recipe as the plan leaves it
     */
    public static String of(BumpPlan plan, PlannedEdit edited) {
        ObjectNode document = JsonText.object();
        document.put("package", plan.packageName());
        document.put("from", plan.from());
        document.put("to", plan.to());
        document.put("commit", plan.commit());
        document.set("patches", JsonText.list(plan.patches().stream().map(PlanJson::patch)));
        document.set("cherryPicks", others(plan, Set.of(DeltaKind.CHERRY_PICK)));
        document.set("dependencyBumps", others(plan, PINS));
        document.set("inlineEdits", others(plan, Set.of(DeltaKind.INLINE_EDIT)));
        document.put("blocked", plan.blocked());
        document.put("recipe", edited.recipe());
        ArrayNode unresolved = document.putArray("unresolved");
        edited.unresolved().forEach(unresolved::add);
        plan.remark().ifPresent(remark -> unresolved.add("version: " + remark));
        plan.others().stream()
                .filter(other -> !LISTED.contains(other.kind()))
                .forEach(other -> unresolved.add(
                        "%s: %s: %s".formatted(other.id(), other.action().label(), other.reason())));
        return JsonText.write(document);
    }

    /**
     * The whole output where there is nothing to plan.
     *
     * @param from the packaged version, or null where the recipe cannot be read
     */
    public static String none(String packageName, @Nullable String from, String to, String why) {
        ObjectNode document = JsonText.object();
        document.put("package", packageName);
        document.put("from", from);
        document.put("to", to);
        document.putNull("commit");
        for (String list : new String[] {"patches", "cherryPicks", "dependencyBumps", "inlineEdits"}) {
            document.putArray(list);
        }
        document.put("blocked", true);
        document.putNull("recipe");
        document.putArray("unresolved").add(why);
        return JsonText.write(document);
    }

    private static ObjectNode patch(PatchPlan plan) {
        ObjectNode node = JsonText.object()
                .put("patch", plan.patch())
                .put("action", plan.action().label())
                .put("confidence", plan.confidence().label())
                .put("reason", plan.reason());
        node.set("evidence", VerdictJson.evidence(plan.evidence()));
        return node.put("refreshedText", plan.refreshedText());
    }

    private static ArrayNode others(BumpPlan plan, Set<DeltaKind> kinds) {
        return JsonText.list(plan.others().stream()
                .filter(one -> kinds.contains(one.kind()))
                .map(one -> {
                    ObjectNode node = JsonText.object().put("id", one.id());
                    node.putObject("where")
                            .put("file", one.where().file())
                            .put("line", one.where().line());
                    node.put("action", one.action().label()).put("reason", one.reason());
                    node.set("evidence", VerdictJson.evidence(one.evidence()));
                    return node;
                }));
    }
}
