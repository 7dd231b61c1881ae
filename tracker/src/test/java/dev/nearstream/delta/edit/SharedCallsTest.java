package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.MemoryFiles;
import dev.nearstream.delta.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call of a pipeline that makes two edits. */
final class SharedCallsTest {
    private static final MemoryFiles FILES = new MemoryFiles().with("pipelines/loosen.yaml", """
            pipeline:
              - runs: |
                  find . -name '*.spec' -exec sed -i 's/~>/>=/' {} \\;
                  find . -name '*.lock' -exec sed -i 's/~>/>=/' {} \\;
            """);

    private static List<String> states(MemoryWorkspace tree) {
        Map<Delta, Assessment> assessed = new LinkedHashMap<>();
        for (Delta delta : Recipes.deltas(FILES, "  - uses: loosen\n  - runs: sed -i s/x/y/ a.spec\n")) {
            Assessor assessor = EditAssessors.all(FILES).stream()
                    .filter(one -> one.takes(delta))
                    .findFirst()
                    .orElseThrow();
            assessed.put(delta, assessor.assess(delta, tree));
        }
        return SharedCalls.settle(assessed).values().stream()
                .map(one -> one.state() + " " + one.reason())
                .toList();
    }

    @Test
    void isDroppableAsAWholeAlone() {
        assertThat(states(new MemoryWorkspace().file("a.spec", "~>\n").file("b.lock", "")))
                .containsExactly(
                        "NEEDED changes 1 line of a.spec",
                        "UNKNOWN changes nothing in b.lock any more, but the pipeline that does it is called for other "
                                + "changes too",
                        "UNKNOWN it changes nothing in upstream's a.spec, which sed may have changed before it");
        assertThat(states(new MemoryWorkspace().file("a.spec", "\n").file("b.lock", "")))
                .startsWith(
                        "DROPPABLE changes nothing in a.spec any more", "DROPPABLE changes nothing in b.lock any more");
    }
}
