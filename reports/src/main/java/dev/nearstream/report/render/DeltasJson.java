package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import org.jspecify.annotations.Nullable;

/** {@code deltas --format json}. */
public final class DeltasJson {
    private DeltasJson() {}

    public static String of(DeltaReport report) {
        ObjectNode document = JsonText.object();
        document.put("recipes", report.recipes());
        document.set("problems", JsonText.list(report.problems().stream().map(DeltasJson::problem)));
        document.set("packages", JsonText.list(report.packages().stream().map(DeltasJson::recipe)));
        return JsonText.write(document);
    }

    private static ObjectNode problem(RecipeProblem problem) {
        return JsonText.object()
                .put("file", problem.at().file())
                .put("line", problem.at().line())
                .put("column", problem.at().column())
                .put("message", problem.message());
    }

    private static ObjectNode recipe(RecipeDeltas deltas) {
        ObjectNode node = JsonText.object();
        Recipe recipe = deltas.recipe();
        node.put("package", recipe.name().value());
        node.put("version", recipe.version().value());
        node.put("epoch", number(recipe.epoch().value()));
        node.put("recipe", recipe.file());
        node.set(
                "deltas",
                JsonText.list(deltas.deltas().stream().map(Delta::facts).map(DeltasJson::delta)));
        return node;
    }

    /** melange's epoch is an unsigned number; null where this is none. */
    private static @Nullable Long number(String epoch) {
        return epoch.matches("\\d{1,18}") ? Long.valueOf(epoch) : null;
    }

    private static ObjectNode delta(Delta.Facts facts) {
        ObjectNode node = JsonText.object();
        node.put("kind", facts.kind().label());
        node.put("id", facts.id());
        node.putObject("where")
                .put("file", facts.where().file())
                .put("line", facts.where().line());
        Delta.Size size = facts.size();
        boolean lines = size.linesKnown(facts.kind());
        return node.put("files", size.filesKnown() ? Integer.valueOf(size.files()) : null)
                .put("addedLines", lines ? Integer.valueOf(size.addedLines()) : null)
                .put("removedLines", lines ? Integer.valueOf(size.removedLines()) : null)
                .put("purpose", facts.purpose().label())
                .put("declaredStatus", facts.declaredStatus());
    }
}
