package dev.nearstream.delta.pin;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.MemoryFiles;
import dev.nearstream.delta.Recipes;
import java.util.List;

/** Reads a recipe's pipeline and holds each of its pins against a workspace. */
final class Pins {
    private final PinAssessor assessor = new PinAssessor();
    private final MemoryFiles recipe = new MemoryFiles();
    private final TextWorkspace workspace = new TextWorkspace();

    /** A file of upstream's. */
    Pins file(String path, String text) {
        workspace.file(path, text);
        return this;
    }

    /** A file of the package's own directory. */
    Pins own(String name, String text) {
        recipe.with("pkg/" + name, text);
        return this;
    }

    TextWorkspace workspace() {
        return workspace;
    }

    List<Assessment> assessments(String pipeline) {
        return Recipes.deltas(recipe, pipeline).stream()
                .filter(assessor::takes)
                .map(delta -> assessor.assess(delta, workspace))
                .toList();
    }

    /** {@code STATE: reason} for each pin, in the recipe's order. */
    List<String> of(String pipeline) {
        return assessments(pipeline).stream().map(Pins::line).toList();
    }

    /** The one pin of a {@code bump} in the source's root. */
    String bump(String pin) {
        return one("  - uses: bump\n    with:\n      deps: " + pin + "\n");
    }

    /** The one pin of a bump in these directories. */
    String bump(String pin, String modroots) {
        return one("  - uses: bump\n    with:\n      deps: " + pin + "\n      modroot: |-\n"
                + modroots.replace(" ", "\n").indent(8));
    }

    /** The one pin of a script. */
    String script(String command) {
        return one("  - runs: |\n      " + command + "\n");
    }

    String one(String pipeline) {
        List<String> all = of(pipeline);
        if (all.size() != 1) {
            throw new AssertionError("one pin was expected: " + all);
        }
        return all.get(0);
    }

    static String line(Assessment assessment) {
        return assessment.state() + ": " + assessment.reason();
    }

    static List<Delta> deltas(String pipeline) {
        return Recipes.deltas(new MemoryFiles(), pipeline);
    }
}
