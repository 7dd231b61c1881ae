package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps, what the steps around them hand down, and the subpackages' ranges. */
class PipelineReaderTest {
    private final RecipeFolder folder;

    PipelineReaderTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private static List<String> runs(List<PipelineStep> steps) {
        return steps.stream()
                .map(step -> step.subpackage() + ": " + step.runs() + " if " + step.condition())
                .toList();
    }

    @Test
    void nestedStepsInheritConditionDirectoryAndEnvironment() throws IOException {
        PipelineStep outer = folder.steps("""
                - name: outer
                  if: a == b
                  working-directory: ${{package.name}}-src
                  environment: {A: one, B: two}
                  pipeline:
                    - runs: inherits
                    - if: c == d
                      working-directory: other
                      environment: {B: three}
                      runs: overrides
                """).pipeline().get(0);
        assertThat(outer.name()).isEqualTo("outer");
        PipelineStep inherits = outer.steps().get(0);
        PipelineStep overrides = outer.steps().get(1);
        assertThat(inherits.condition()).isEqualTo("a == b");
        assertThat(inherits.workingDirectory()).isEqualTo("pkg-src");
        assertThat(inherits.environment()).hasToString("{A=one, B=two}");
        assertThat(inherits.at()).isEqualTo(new Position("pkg.yaml", 11, 9));
        assertThat(overrides.condition()).isEqualTo("a == b && c == d");
        assertThat(overrides.workingDirectory()).isEqualTo("other");
        assertThat(overrides.environment()).hasToString("{A=one, B=three}");
    }

    @Test
    void aStepWithoutADirectoryIsInTheWorkspace() throws IOException {
        assertThat(folder.steps("- runs: x\n").pipeline().get(0).workingDirectory())
                .isEqualTo(".");
    }

    @Test
    void inputsAreSubstitutedAndKeepTheirSource() throws IOException {
        PipelineStep step = folder.steps("""
                - uses: go/build
                  with:
                    version: ${{package.version}}
                    number: 1.10
                """).pipeline().get(0);
        assertThat(step.calls("go/build")).isTrue();
        assertThat(step.input("version"))
                .contains(new Text("1.2.3", "${{package.version}}", new Position("pkg.yaml", 8, 16)));
        assertThat(step.input("number")).hasToString("Optional[1.10]");
        assertThat(step.input("none")).isEmpty();
        assertThat(step.steps()).isEmpty();
    }

    @Test
    void aRangeMakesOneSubpackageOfEachItem() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                data:
                  - name: langs
                    items:
                      de: German
                      fr: 1.10
                subpackages:
                  - range: langs
                    name: ${{package.name}}-${{range.key}}
                    if: ${{range.key}} == x
                    pipeline:
                      - runs: ${{range.value}} of ${{subpkg.name}} and ${{context.name}}
                  - name: plain
                    pipeline:
                      - runs: ${{range.key}}
                """);
        assertThat(runs(recipe.subpackages()))
                .containsExactly(
                        "pkg-de: German of pkg-de and pkg-de if de == x",
                        "pkg-fr: 1.10 of pkg-fr and pkg-fr if fr == x",
                        "plain: ${{range.key}} if ");
        assertThat(recipe.problems()).isEmpty();
    }

    @Test
    void aRangeOfUnknownDataIsAProblem() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                data: [{name: langs, items: {a: b}}]
                subpackages:
                  - range: lang
                    name: x
                """);
        assertThat(recipe.subpackages()).isEmpty();
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly("pkg.yaml:7:5: the range lang names no data; the recipe has [langs]");
    }

    @Test
    void rangesTimesRangesAreBounded() throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            items.append("      k").append(i).append(": v\n");
        }
        Recipe recipe = folder.recipe(
                RecipeFolder.HEAD + "data:\n  - name: d\n    items:\n" + items + """
                subpackages:
                  - &s {range: d, name: "x-${{range.key}}", pipeline: [{runs: a}, {runs: b}, {runs: c}, {runs: d}, {runs: e}]}
                """ + "  - *s\n".repeat(14));
        assertThat(recipe.subpackages()).hasSize(50_000);
        assertThat(recipe.problems())
                .extracting(RecipeProblem::message)
                .containsExactly("more than 50000 steps; the rest is not read");
    }
}
