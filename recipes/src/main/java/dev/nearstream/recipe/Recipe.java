package dev.nearstream.recipe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One package's recipe, its variables substituted and its ranges expanded.
 *
 * @param file path in the recipe tree, {@code libpcap.yaml}
 * @param directory the package's directory in the recipe tree ({@code libpcap}), which may not exist; its files are
 *     copied into the workspace before the first step
 * @param name {@code package.name}
 * @param version {@code package.version}, as written
 * @param epoch {@code package.epoch}, as written
 * @param epochComment the comment behind {@code epoch:}, without {@code #}, or empty
 * @param vars {@code vars} and what {@code var-transforms} add, in order of definition
 * @param varTransforms what makes some of the vars, in order
 * @param environment {@code environment.environment}
 * @param pipeline the main pipeline; nested steps are in {@link PipelineStep#steps}
 * @param subpackages the steps of all subpackages, their ranges expanded, in order; names in
 *     {@link PipelineStep#subpackage}
 * @param checkouts every {@code git-checkout} of the main pipeline, then of the subpackages, in order
 * @param fetches likewise
 * @param patchSteps likewise
 * @param problems found while reading this recipe; it is usable all the same
 */
public record Recipe(
        String file,
        String directory,
        Text name,
        Text version,
        Text epoch,
        String epochComment,
        Map<String, Text> vars,
        List<VarTransform> varTransforms,
        Map<String, Text> environment,
        List<PipelineStep> pipeline,
        List<PipelineStep> subpackages,
        List<Checkout> checkouts,
        List<Fetch> fetches,
        List<PatchStep> patchSteps,
        UpdateRules update,
        List<RecipeProblem> problems) {

    public Recipe {
        vars = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(vars));
        varTransforms = List.copyOf(varTransforms);
        environment = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(environment));
        pipeline = List.copyOf(pipeline);
        subpackages = List.copyOf(subpackages);
        checkouts = List.copyOf(checkouts);
        fetches = List.copyOf(fetches);
        patchSteps = List.copyOf(patchSteps);
        problems = List.copyOf(problems);
    }

    /** {@code package.*} and {@code vars.*} as they would be at another version, transforms made anew. */
    public Variables variablesAt(String otherVersion) {
        return RecipeVariables.at(this, otherVersion);
    }

    /** Checkouts and fetches in the order of their steps, those of the main pipeline first. */
    @SuppressWarnings("ReferenceEquality") // a range makes equal steps of one, and each is meant
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        Deque<Source> all = new ArrayDeque<>(checkouts);
        Deque<Source> others = new ArrayDeque<>(fetches);
        Stream.concat(pipeline.stream(), subpackages.stream())
                .flatMap(Recipe::withNested)
                .forEach(step -> {
                    for (Deque<Source> queue : List.of(all, others)) {
                        Source next = queue.peek();
                        if (next != null && next.step() == step) {
                            sources.add(queue.remove());
                        }
                    }
                });
        sources.addAll(all); // none, of a recipe that was read
        sources.addAll(others);
        return sources;
    }

    private static Stream<PipelineStep> withNested(PipelineStep step) {
        return Stream.concat(Stream.of(step), step.steps().stream().flatMap(Recipe::withNested));
    }
}
