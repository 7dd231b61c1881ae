package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A series against a tree: what each patch leaves to the next, and what is remembered. */
class PatchAssessorTest {
    private static final String TO_B = change("f", "a", "b");
    private static final String TO_C = change("f", "b", "c");
    private static final String OTHER = change("g", "x", "y");

    private final MemoryCache cache = new MemoryCache();
    private final PatchAssessor assessor = new PatchAssessor(cache);

    private static String change(String file, String from, String to) {
        return "--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-%2$s\n+%3$s\n".formatted(file, from, to);
    }

    private static TextTree tree() {
        return new TextTree().file("f", "a\n").file("g", "x\n");
    }

    private static List<SeriesPatch> series(String... texts) {
        return List.of(texts).stream()
                .map(text -> new SeriesPatch("p", text.getBytes(StandardCharsets.UTF_8), 1, 2))
                .toList();
    }

    private List<String> labels(TextTree tree, String treeId, String... texts) {
        return assessor.assess(series(texts), tree, treeId).stream()
                .map(Verdict::label)
                .toList();
    }

    @Test
    void eachPatchSeesWhatThoseBeforeItLeave() {
        assertThat(labels(tree(), "t", TO_B, TO_C)).containsExactly("applies", "applies");
        assertThat(labels(tree(), "t", TO_C)).containsExactly("conflicts");
    }

    @Test
    void aPatchThatDoesNotApplyLeavesTheTreeAsItWas() {
        assertThat(labels(tree(), "t", TO_C, TO_B, OTHER)).containsExactly("conflicts", "applies", "applies");
    }

    @Test
    void aPatchThatIsUpstreamLeavesItsTextToTheNext() {
        TextTree taken = new TextTree().file("f", "b\n");
        assertThat(labels(taken, "t", TO_B, TO_C)).containsExactly("upstream", "applies");
    }

    @Test
    void anEmptySeriesLooksAtNothing() {
        TextTree tree = tree();
        assertThat(labels(tree, "t")).isEmpty();
        assertThat(tree.looks()).isZero();
    }

    @Test
    void aRememberedSeriesReadsNoTree() {
        List<Verdict> first = assessor.assess(series(TO_B, TO_C), tree(), "t");
        TextTree untouched = tree();
        assertThat(assessor.assess(series(TO_B, TO_C), untouched, "t")).isEqualTo(first);
        assertThat(untouched.looks()).isZero();
        assertThat(assessor.assess(series(TO_B), untouched, "t")).isEqualTo(first.subList(0, 1));
        assertThat(untouched.looks())
                .as("the beginning of a series is a series")
                .isZero();
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void anotherTreeOrSeriesOrOptionIsAssessedAnew() {
        labels(tree(), "t", TO_B, TO_C);
        assertThat(labels(new TextTree().file("f", "c\n"), "u", TO_B, TO_C)).containsExactly("conflicts", "upstream");
        assertThat(labels(tree(), "t", OTHER, TO_C)).containsExactly("applies", "conflicts");
        SeriesPatch unstripped = new SeriesPatch("p", TO_B.getBytes(StandardCharsets.UTF_8), 0, 2);
        TextTree tree = tree();
        assessor.assess(List.of(unstripped), tree, "t");
        assertThat(tree.looks()).isPositive();
    }

    @Test
    void aMissingObjectIsUnreadableAndNotRemembered() {
        TextTree lacking = new TextTree().missing("f").file("g", "x\n");
        List<Verdict> verdicts = assessor.assess(series(OTHER, TO_B, OTHER), lacking, "t");
        assertThat(verdicts).extracting(Verdict::label).startsWith("applies", "unreadable");
        assertThat(verdicts.get(1).problem()).contains("its object is missing");
        assertThat(cache.size()).as("what stands before it is known").isEqualTo(1);
        assertThat(labels(tree(), "t", OTHER, TO_B)).containsExactly("applies", "applies");
    }

    @Test
    void aPatchThatIsNoneIsRemembered() {
        assertThat(labels(tree(), "t", "words\n")).containsExactly("unreadable");
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void whatACancelledTaskFindsIsNotRemembered() {
        Task task = new Task();
        PatchTree cutOff = new PatchTree() {
            @Override
            public Optional<TreeEntry> find(String path) {
                task.cancel();
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> task.run(() -> assessor.assess(series(TO_B), cutOff, "t")))
                .isInstanceOf(TaskCancelledError.class);
        Verdict verdict = new PatchAssessor(VerdictCache.none())
                .assess(series(TO_B), tree(), "t")
                .get(0);
        Task another = new Task();
        assertThatThrownBy(() -> another.run(() -> assessor.remembered(series(TO_B), "t..u", () -> {
                    another.cancel();
                    return new PatchAssessor.Told(List.of(verdict), true);
                })))
                .isInstanceOf(TaskCancelledError.class);
        assertThat(cache.size()).isZero();
    }

    @Test
    void whatGnuPatchFindsOnlyWithFuzzIsUpstreamsToItAndDoubtful() {
        String guard = "--- a/f\n+++ b/f\n@@ -1,6 +1,7 @@\n one\n two\n three\n+guard\n four\n five\n six\n";
        List<Verdict> verdicts =
                assessor.assess(series(guard), new TextTree().file("f", "1\n2\nthree\nguard\nfour\n5\n6\n"), "t");
        assertThat(verdicts).singleElement().isInstanceOf(Verdict.Upstream.class);
        assertThat(verdicts.get(0).evidence())
                .extracting(Evidence::detail)
                .containsExactly(
                        "its one hunk applies in reverse",
                        "it applies in reverse only with fuzz, which may have found another place");
    }
}
