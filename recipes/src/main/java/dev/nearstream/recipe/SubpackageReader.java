package dev.nearstream.recipe;

import dev.nearstream.recipe.PipelineReader.Around;
import dev.nearstream.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the subpackages' steps; a {@code range} makes one subpackage of each item of its {@code data}. */
final class SubpackageReader {
    private final PipelineReader pipelines;
    private final Map<String, List<YamlNode.Entry>> data = new HashMap<>();

    SubpackageReader(PipelineReader pipelines) {
        this.pipelines = pipelines;
    }

    List<PipelineStep> read(Fields recipe) {
        for (Fields range : recipe.list("data")) {
            range.fields("items")
                    .ifPresent(items ->
                            data.put(range.string("name", ""), items.mapping().entries()));
        }
        List<PipelineStep> steps = new ArrayList<>();
        for (Fields subpackage : recipe.list("subpackages")) {
            String range = subpackage.string("range", "");
            if (range.isEmpty()) {
                steps.addAll(one(subpackage, Map.of()));
            } else if (data.containsKey(range)) {
                for (YamlNode.Entry item : data.getOrDefault(range, List.of())) {
                    steps.addAll(one(subpackage, item(subpackage, item)));
                }
            } else {
                subpackage.problem(
                        subpackage.position(),
                        "the range " + range + " names no data; the recipe has " + data.keySet());
            }
        }
        return steps;
    }

    static Map<String, String> item(Fields subpackage, YamlNode.Entry item) {
        Map<String, String> values = new HashMap<>();
        values.put("range.key", subpackage.variables().substitute(item.key().value()));
        subpackage.text("items", item.value()).ifPresent(value -> values.put("range.value", value.value()));
        return values;
    }

    private List<PipelineStep> one(Fields subpackage, Map<String, String> item) {
        Fields ranged = subpackage.with(subpackage.variables().with(item));
        String name = ranged.string("name", "");
        Variables own = ranged.variables().with(Map.of("subpkg.name", name, "context.name", name));
        return pipelines.read(ranged.with(own), Around.of(name, ranged.string("if", "")));
    }
}
