package dev.nearstream.recipe;

import dev.nearstream.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps of a pipeline, and those of the distribution's own pipelines that they call, one level deep. */
final class PipelineReader {
    /** Steps of one recipe, its ranges and local pipelines expanded; the largest known has some 700. */
    private static final int MAX_STEPS = 50_000;

    private final LocalPipelines locals;
    private int steps;
    private boolean tooMany;

    PipelineReader(LocalPipelines locals) {
        this.locals = locals;
    }

    /** What the steps around a step hand down to it. */
    record Around(String subpackage, String condition, String directory, Map<String, Text> environment, boolean local) {
        static Around of(String subpackage, String condition) {
            return new Around(subpackage, condition, ".", Map.of(), false);
        }
    }

    List<PipelineStep> read(Fields parent, Around around) {
        List<PipelineStep> read = new ArrayList<>();
        for (Fields step : parent.list("pipeline")) {
            if (steps >= MAX_STEPS) {
                tooMany(parent, step);
                break;
            }
            steps++;
            read.add(step(step, around));
        }
        return read;
    }

    /** Said once, however many pipelines are left. */
    private void tooMany(Fields parent, Fields step) {
        if (!tooMany) {
            parent.problem(step.position(), "more than " + MAX_STEPS + " steps; the rest is not read");
            tooMany = true;
        }
    }

    private PipelineStep step(Fields step, Around around) {
        String own = step.string("if", "");
        String condition = around.condition().isEmpty() || own.isEmpty()
                ? around.condition() + own
                : around.condition() + " && " + own;
        Map<String, Text> environment = new LinkedHashMap<>(around.environment());
        environment.putAll(step.texts("environment"));
        Around inner = new Around(
                around.subpackage(),
                condition,
                step.string("working-directory", around.directory()),
                environment,
                around.local());
        Map<String, Text> with = step.texts("with");
        Optional<Text> uses = step.text("uses");
        List<PipelineStep> nested = new ArrayList<>(read(step, inner));
        if (uses.isPresent() && !around.local()) {
            nested.addAll(expand(step, uses.get().value(), with, inner));
        }
        return new PipelineStep(
                step.position(),
                around.subpackage(),
                step.string("name", ""),
                uses.orElse(null),
                with,
                step.text("runs").orElse(null),
                condition,
                inner.directory(),
                environment,
                nested);
    }

    private List<PipelineStep> expand(Fields caller, String uses, Map<String, Text> with, Around around) {
        Optional<YamlDocument> document = locals.find(uses);
        if (document.isEmpty()) {
            return List.of();
        }
        String file = LocalPipelines.file(uses);
        List<RecipeProblem> unheard = new ArrayList<>(); // a shared pipeline's faults are not this recipe's
        Fields pipeline = Fields.of(file, document.get().root(), caller.variables(), unheard);
        Map<String, String> inputs = new HashMap<>();
        pipeline.fields("inputs")
                .ifPresent(declared -> declared.mapping().entries().forEach(input -> {
                    Fields field = Fields.of(file, input.value(), caller.variables(), unheard);
                    inputs.put("inputs." + input.key().value(), field.string("default", ""));
                }));
        with.forEach((name, text) -> inputs.put("inputs." + name, text.value()));
        Around local =
                new Around(around.subpackage(), around.condition(), around.directory(), around.environment(), true);
        return read(pipeline.with(caller.variables().with(inputs)), local);
    }
}
