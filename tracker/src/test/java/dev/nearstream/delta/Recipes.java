package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads recipes out of text blocks and finds their deltas. */
public final class Recipes {
    static final String HEAD = """
            package:
              name: pkg
              version: "1.2.3"
              epoch: 0
            pipeline:
            """;

    /** Lines before the pipeline's first step. */
    static final int HEAD_LINES = 5;

    private Recipes() {}

    static RecipeTree tree(MemoryFiles files) {
        try {
            return new RecipeReader(files).read(name -> true, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeltaReport report(MemoryFiles files) {
        return new DeltaFinder(files).report(tree(files), 2);
    }

    public static List<Delta> deltas(MemoryFiles files, String pipeline) {
        files.with("pkg.yaml", HEAD + pipeline);
        RecipeTree tree = tree(files);
        return new DeltaFinder(files).find(tree.recipes().get(0)).deltas();
    }

    /** {@code id at line}, for each delta of a recipe with this one step of shell. */
    static List<String> ofScript(MemoryFiles files, String script) {
        return deltas(files, "  - runs: |\n" + script.indent(6)).stream()
                .map(delta ->
                        delta.facts().id() + " at " + (delta.facts().where().line() - HEAD_LINES - 1))
                .toList();
    }

    static List<String> ofScript(String script) {
        return ofScript(new MemoryFiles(), script);
    }

    static List<String> ids(List<Delta> deltas) {
        return deltas.stream().map(delta -> delta.facts().id()).toList();
    }
}
