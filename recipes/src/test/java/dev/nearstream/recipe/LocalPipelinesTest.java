package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's own pipelines, expanded one level deep. */
class LocalPipelinesTest {
    private final RecipeFolder folder;

    LocalPipelinesTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private List<PipelineStep> inner(String step) throws IOException {
        return folder.steps(step).pipeline().get(0).steps();
    }

    @Test
    void inputsHaveTheirDefaultsUnlessGiven() throws IOException {
        folder.file("pipelines/ruby/unlock.yaml", """
                inputs:
                  file: {default: "*.gemspec"}
                  level: {default: 1.10}
                  needed: {required: true}
                pipeline:
                  - runs: sed ${{inputs.file}} ${{ inputs.level }} <${{inputs.needed}}> ${{package.name}}
                """);
        List<PipelineStep> steps = inner("""
                - uses: ruby/unlock
                  if: a == b
                  working-directory: gem
                  with:
                    file: ${{package.version}}.gemspec
                """);
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).runs()).hasToString("sed 1.2.3.gemspec 1.10 <> pkg");
        assertThat(steps.get(0).at()).isEqualTo(new Position("pipelines/ruby/unlock.yaml", 6, 5));
        assertThat(steps.get(0).condition()).isEqualTo("a == b");
        assertThat(steps.get(0).workingDirectory()).isEqualTo("gem");
    }

    @Test
    void onlyOneLevelIsExpanded() throws IOException {
        folder.file("pipelines/outer.yaml", "pipeline:\n  - uses: inner\n  - pipeline: [{uses: inner}]\n");
        folder.file("pipelines/inner.yaml", "pipeline:\n  - runs: x\n");
        List<PipelineStep> steps = inner("- uses: outer\n");
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).calls("inner")).isTrue();
        assertThat(steps.get(0).steps()).isEmpty();
        assertThat(steps.get(1).steps().get(0).steps()).isEmpty();
    }

    @Test
    void aPipelineThatUsesItselfEnds() throws IOException {
        folder.file("pipelines/loop.yaml", "pipeline:\n  - uses: loop\n");
        assertThat(inner("- uses: loop\n")).hasSize(1);
    }

    @Test
    void aBrokenPipelineIsNoRecipesFault() throws IOException {
        folder.file("pipelines/broken.yaml", "pipeline: [").file("pipelines/list.yaml", "- a\n");
        Recipe recipe = folder.steps("- uses: broken\n- uses: list\n- uses: melanges/own\n");
        assertThat(recipe.pipeline()).hasSize(3).allMatch(step -> step.steps().isEmpty());
        assertThat(recipe.problems()).isEmpty();
    }

    @Test
    void noNameLeadsOutOfThePipelines() throws IOException {
        folder.file("other.yaml", RecipeFolder.HEAD.replace("pkg", "other") + "pipeline:\n  - runs: x\n");
        folder.file("pipelines/x", "");
        assertThat(inner("- uses: ../other\n")).isEmpty();
        assertThat(inner("- uses: /etc/passwd\n")).isEmpty();
    }

    @Test
    void localCheckoutsAndPatchesCountAsTheRecipes() throws IOException {
        folder.file("pipelines/get.yaml", """
                inputs:
                  tag: {default: v1}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "https://example.org/x", tag: "${{inputs.tag}}"}
                """);
        Recipe recipe = folder.steps("- uses: get\n  with: {tag: v2}\n");
        assertThat(recipe.checkouts()).hasSize(1);
        assertThat(recipe.checkouts().get(0).tag()).hasToString("v2");
    }
}
