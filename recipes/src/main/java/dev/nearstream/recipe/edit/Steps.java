package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps that a recipe's own text has. */
final class Steps {
    /** What a step has that says nothing once its nested steps are gone. */
    private static final Set<String> AROUND =
            Set.of("name", "label", "if", "working-directory", "environment", "pipeline");

    private Steps() {}

    /** Each once, however many subpackages a range makes of it. */
    static List<PipelineStep> own(Recipe recipe) {
        Map<Position, PipelineStep> steps = new LinkedHashMap<>();
        add(recipe, recipe.pipeline(), steps);
        add(recipe, recipe.subpackages(), steps);
        return List.copyOf(steps.values());
    }

    private static void add(Recipe recipe, List<PipelineStep> steps, Map<Position, PipelineStep> to) {
        for (PipelineStep step : steps) {
            if (step.at().file().equals(recipe.file())) {
                to.putIfAbsent(step.at(), step);
                add(recipe, step.steps(), to);
            }
        }
    }

    /** Takes a step out, and the step around it where it is the only one in that and nothing else is left. */
    static RecipeEdit removal(RecipeText text, PipelineStep step) throws EditRefusedException {
        YamlPath path = text.places().path(step.at());
        while (path.parent() != null
                && text.places().get(path.holder()) instanceof Sequence list
                && list.items().size() == 1
                && path.holder().parent() != null) {
            YamlPath around = path.holder().holder();
            YamlNode node = text.places().get(around);
            boolean emptied = around.index() >= 0
                    && node instanceof Mapping mapping
                    && mapping.entries().stream()
                            .allMatch(entry -> AROUND.contains(entry.key().value()));
            if (!emptied) {
                break;
            }
            path = around;
        }
        return RecipeEdit.remove(text.at(text.places().get(path)));
    }
}
