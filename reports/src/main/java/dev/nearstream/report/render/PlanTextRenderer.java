package dev.nearstream.report.render;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.UnifiedHunks;
import dev.nearstream.delta.Evidence;
import dev.nearstream.report.VisibleText;
import dev.nearstream.tracker.PlannedEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** {@code plan} for the terminal: what asks for a deed first. */
public final class PlanTextRenderer {
    private static final int INDENT = 10;

    /** The order in which they are shown. */
    private static final List<String> ACTIONS = List.of("conflict", "drop", "refresh", "unknown", "keep");

    private PlanTextRenderer() {}

    private record Item(String action, String what, String reason, List<Evidence> evidence) {}

    /**
     * The whole output.
     *
     * @param recipe the recipe's bytes as they are
     */
    public static String of(BumpPlan plan, PlannedEdit edit, byte[] recipe) {
        List<Item> items = items(plan);
        TextLines lines = new TextLines();
        lines.add("package", plan.packageName());
        String tag = plan.tag() == null ? "" : ", tag " + VisibleText.of(plan.tag());
        lines.add("bump", plan.from() + " to " + plan.to() + tag);
        if (plan.commit() != null) {
            lines.add("commit", plan.commit());
        }
        lines.add("summary", summary(plan, items));
        StringBuilder text = new StringBuilder(lines.text());
        items.forEach(item -> text.append('\n').append(text(item)));
        if (plan.patches().stream().anyMatch(patch -> patch.refreshedText() != null)) {
            text.append("\nRefreshed texts are in the output of --format json.\n");
        }
        text.append(edit(edit, recipe));
        return text.toString();
    }

    /** What the recipe becomes, and what it lacks then. */
    private static String edit(PlannedEdit edit, byte[] recipe) {
        StringBuilder text = new StringBuilder();
        if (edit.edit() != null) {
            byte[] hunks = UnifiedHunks.between(recipe, edit.edit().recipe().bytes());
            String label = hunks.length == 0 ? "stays as it is" : "is edited so:";
            text.append("\nrecipe    ").append(label).append('\n');
            new String(hunks, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> text.append(VisibleText.code(line)).append('\n'));
        }
        String label = "left      ";
        for (String left : edit.unresolved()) {
            text.append(label.isBlank() ? "" : "\n").append(Prose.of(label, INDENT, left));
            label = " ".repeat(INDENT);
        }
        return text.toString();
    }

    private static List<Item> items(BumpPlan plan) {
        List<Item> items = new ArrayList<>();
        for (PatchPlan patch : plan.patches()) {
            boolean sure = patch.confidence() == PatchPlan.Confidence.HIGH || patch.isUnknown();
            String confidence = sure ? "" : ", " + patch.confidence().label() + " confidence";
            items.add(new Item(patch.action().label(), patch.patch() + confidence, patch.reason(), patch.evidence()));
        }
        for (BumpPlan.Other one : plan.others()) {
            String where = ", " + one.where().file() + ":" + one.where().line();
            items.add(new Item(one.action().label(), one.id() + where, one.reason(), one.evidence()));
        }
        items.sort(Comparator.comparingInt(item -> ACTIONS.indexOf(item.action())));
        return items;
    }

    /** How many of each, and whether the bump waits for a person. */
    private static String summary(BumpPlan plan, List<Item> items) {
        if (items.isEmpty()) {
            return "nothing is carried";
        }
        String counts = ACTIONS.stream()
                .map(action -> new Counted(
                        action,
                        items.stream()
                                .filter(item -> item.action().equals(action))
                                .count()))
                .filter(counted -> counted.count() > 0)
                .map(counted -> Numbers.count(counted.count()) + " " + counted.action())
                .collect(Collectors.joining(", "));
        return counts + (plan.blocked() ? "; a person must look before the bump" : "; no conflict");
    }

    private record Counted(String action, long count) {}

    private static String text(Item item) {
        String padding = " ".repeat(Math.max(1, INDENT - item.action().length()));
        StringBuilder text = new StringBuilder(item.action() + padding + VisibleText.of(item.what()) + "\n");
        String indent = " ".repeat(INDENT);
        text.append(Prose.of(indent, INDENT, item.reason()));
        // What has no commit is said in the reason already.
        item.evidence().stream()
                .filter(one -> one.commit() != null)
                .forEach(one -> text.append(Prose.of(indent + "- ", INDENT + 2, VerdictLines.evidence(one))));
        return text.toString();
    }
}
