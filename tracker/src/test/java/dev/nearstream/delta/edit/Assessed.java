package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.MemoryFiles;
import dev.nearstream.delta.Recipes;
import java.util.List;

/** Assesses what a recipe's pipeline changes. The packaged version is 1.2.3. */
final class Assessed {
    private Assessed() {}

    /** {@code NEEDED changes 1 line of a}, for the last change that a script makes. */
    static String script(MemoryWorkspace tree, String script) {
        return script(new MemoryFiles(), tree, script);
    }

    static String script(MemoryFiles files, MemoryWorkspace tree, String script) {
        return pipeline(files, tree, "  - runs: |\n" + script.indent(6));
    }

    static String pipeline(MemoryFiles files, MemoryWorkspace tree, String pipeline) {
        Assessment last = last(files, tree, pipeline);
        return last.state() + " " + last.reason();
    }

    static Assessment last(MemoryFiles files, MemoryWorkspace tree, String pipeline) {
        List<Delta> deltas = Recipes.deltas(files, pipeline);
        Delta delta = deltas.get(deltas.size() - 1);
        Assessor assessor = EditAssessors.all(files).stream()
                .filter(one -> one.takes(delta))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody takes " + delta));
        return assessor.assess(delta, tree);
    }
}
