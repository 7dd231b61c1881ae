package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SampleDeltasTest {
    @Test
    void everyKindThatTheSampleShowsIsFound() throws IOException {
        RecipeDirectory files = new RecipeDirectory(SampleFixture.SAMPLE);
        RecipeTree tree = new RecipeReader(files).read(name -> true, 1);
        DeltaReport report = new DeltaFinder(files).report(tree, 1);
        assertThat(report.packages().stream()
                        .flatMap(one -> one.deltas().stream())
                        .map(delta -> delta.facts().kind()))
                .contains(
                        DeltaKind.PATCH,
                        DeltaKind.CHERRY_PICK,
                        DeltaKind.DEPENDENCY_BUMP,
                        DeltaKind.INLINE_EDIT,
                        DeltaKind.OVERLAY,
                        DeltaKind.TEST_SKIP,
                        DeltaKind.BUILD_FLAG);
        assertThat(report.packages())
                .extracting(one -> one.recipe().name().value())
                .as("packages with a delta")
                .containsExactly("beck", "brook", "firth", "ghyll", "mere", "sluice", "tarn", "weir");
        assertThat(report.problems())
                .extracting(problem -> problem.at().file())
                .as("a broken recipe, a patch file that is none, and one that no step uses")
                .containsExactlyInAnyOrder("bog.yaml", "brook.yaml", "beck/old-locale.patch");
    }
}
