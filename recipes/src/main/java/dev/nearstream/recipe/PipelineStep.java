package dev.nearstream.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline, its variables substituted.
 *
 * @param at where the step begins
 * @param subpackage the subpackage it belongs to (its name, substituted), or empty for the main pipeline
 * @param name the step's own {@code name}, or empty
 * @param uses the pipeline it calls, or null
 * @param with its inputs, in the recipe's order
 * @param runs its shell text, or null
 * @param condition the text of {@code if}, joined by {@code &&} with those of the steps around it, or empty
 * @param workingDirectory relative to {@code /home/build}, or absolute as written; its own, or that of the step around
 *     it; {@code "."} where none says
 * @param environment of this step and the steps around it
 * @param steps nested steps; for a {@code uses} of the distribution's own {@code pipelines/}: that pipeline's steps,
 *     expanded one level with this step's inputs
 */
public record PipelineStep(
        Position at,
        String subpackage,
        String name,
        @Nullable Text uses,
        Map<String, Text> with,
        @Nullable Text runs,
        String condition,
        String workingDirectory,
        Map<String, Text> environment,
        List<PipelineStep> steps) {

    public PipelineStep {
        with = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(with));
        environment = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(environment));
        steps = List.copyOf(steps);
    }

    /** True where this step calls the pipeline {@code name}. */
    public boolean calls(String pipeline) {
        return uses != null && uses.value().equals(pipeline);
    }

    /** The input {@code key}, where the recipe gives it. */
    public Optional<Text> input(String key) {
        return Optional.ofNullable(with.get(key));
    }
}
