package dev.nearstream.report.render;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.report.VisibleText;

/** {@code deltas} for the terminal. */
public final class DeltasTextRenderer {
    private DeltasTextRenderer() {}

    public static String of(DeltaReport report) {
        TextTable table =
                TextTable.of("PACKAGE", "VERSION", "DELTA", "#FILES", "#ADDED", "#REMOVED", "PURPOSE", "WHERE");
        int deltas = 0;
        for (RecipeDeltas recipe : report.packages()) {
            deltas += recipe.deltas().size();
            recipe.deltas().stream()
                    .map(Delta::facts)
                    .forEach(facts -> table.row(
                            recipe.recipe().name().value(),
                            recipe.recipe().version().value(),
                            facts.id(),
                            known(facts.size().filesKnown(), facts.size().files()),
                            known(
                                    facts.size().linesKnown(facts.kind()),
                                    facts.size().addedLines()),
                            known(
                                    facts.size().linesKnown(facts.kind()),
                                    facts.size().removedLines()),
                            facts.purpose().label(),
                            facts.where().file() + ":" + facts.where().line()));
        }
        StringBuilder text = new StringBuilder(table.text());
        blank(text);
        report.problems()
                .forEach(problem ->
                        text.append(VisibleText.of(problem.toString())).append('\n'));
        if (!report.problems().isEmpty()) {
            blank(text);
        }
        return text.append(Numbers.count(report.recipes(), "recipe"))
                .append(", ")
                .append(Numbers.count(deltas, "delta"))
                .append(" in ")
                .append(Numbers.count(report.packages().size(), "package"))
                .append(", ")
                .append(Numbers.count(report.problems().size(), "problem"))
                .append('\n')
                .toString();
    }

    private static String known(boolean known, int number) {
        return known ? Numbers.count(number) : Inline.UNKNOWN;
    }

    private static void blank(StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }
}
