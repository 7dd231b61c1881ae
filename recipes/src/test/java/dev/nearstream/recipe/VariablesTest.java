package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Substitution alone, then vars and var-transforms in a recipe. */
class VariablesTest {
    private final RecipeFolder folder;

    VariablesTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private Map<String, Text> vars(String text) throws IOException {
        return folder.recipe(RecipeFolder.HEAD + text).vars();
    }

    private static String value(Map<String, Text> vars, String name) {
        return Objects.requireNonNull(vars.get(name), name).value();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a${{x}}b,           a1b",
                "${{ x }},           1",
                "${{x}}${{y}},       1${{x}}",
                "${{targets.destdir}}/x, ${{targets.destdir}}/x",
                "${x},               ${x}",
                "${{x,               ${{x",
                "}}${{x}},           }}1",
                "${{}},              ${{}}",
                "${{a${{x}},         ${{a${{x}}",
                "plain,              plain"
            })
    void knownVariablesAreReplacedOnce(String text, String result) {
        assertThat(Variables.of(Map.of("x", "1", "y", "${{x}}")).substitute(text))
                .isEqualTo(result);
    }

    @Test
    void othersAddedWin() {
        Variables variables = Variables.of(Map.of("x", "1", "y", "2")).with(Map.of("x", "3"));
        assertThat(variables.substitute("${{x}}${{y}}")).isEqualTo("32");
        assertThat(variables.value("z")).isEmpty();
    }

    @Test
    void aVarMayUseOthersThatStandBelowIt() throws IOException {
        Map<String, Text> vars = vars("""
                vars:
                  url: https://example.org/${{vars.dir}}
                  dir: ${{ vars.major }}/${{package.name}}-${{package.full-version}}
                  major: 1.10
                """);
        assertThat(value(vars, "url")).isEqualTo("https://example.org/1.10/pkg-1.2.3-r4");
        assertThat(Objects.requireNonNull(vars.get("url")).source()).isEqualTo("https://example.org/${{vars.dir}}");
        assertThat(vars.keySet()).containsExactly("url", "dir", "major");
    }

    @Test
    void varsThatUseThemselvesStayAsTheyAreWritten() throws IOException {
        Map<String, Text> vars = vars("""
                vars:
                  self: a${{vars.self}}
                  one: ${{vars.two}}
                  two: ${{vars.one}}
                  fine: x
                """);
        assertThat(value(vars, "self")).isEqualTo("a${{vars.self}}");
        assertThat(value(vars, "one")).isEqualTo("${{vars.two}}");
        assertThat(value(vars, "fine")).isEqualTo("x");
    }

    @Test
    void varsThatBlowUpAreEmptyAndAProblem() throws IOException {
        StringBuilder text = new StringBuilder("vars:\n  v0: " + "x".repeat(100) + "\n");
        for (int i = 1; i < 15; i++) {
            text.append(
                    "  v%d: %s\n".formatted(i, "${{vars.v%d}}".formatted(i - 1).repeat(10)));
        }
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + text);
        assertThat(value(recipe.vars(), "v3")).hasSize(100_000);
        assertThat(value(recipe.vars(), "v14").length()).isLessThanOrEqualTo(Variables.MAX_LENGTH);
        assertThat(RecipeFolder.problems(recipe))
                .contains("pkg.yaml:11:7: vars.v5 grows beyond 1 MiB; it is taken as empty");
    }

    @Test
    void transformsRunInOrderByGosRules() throws IOException {
        Map<String, Text> vars = vars("""
                vars:
                  base: ${{package.version}}
                var-transforms:
                  - from: ${{package.version}}
                    match: \\.(\\d+)$
                    replace: _$1
                    to: mangled
                  - from: ${{vars.mangled}}
                    match: ^(\\d+)\\.
                    replace: ${1}x
                    to: again
                  - from: ${{package.version}}
                    match: ^(\\d+)
                    replace: $1_x
                    to: trap
                """);
        assertThat(value(vars, "mangled")).isEqualTo("1.2_3");
        assertThat(value(vars, "again")).isEqualTo("1x2_3");
        assertThat(value(vars, "trap")).isEqualTo(".2.3");
        assertThat(vars.keySet()).containsExactly("base", "mangled", "again", "trap");
    }

    @Test
    void aTransformThatIsIncompleteOrNoExpressionIsAProblem() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                var-transforms:
                  - from: a
                    match: (
                    replace: b
                    to: c
                  - from: a
                    to: c
                """);
        assertThat(recipe.vars()).isEmpty();
        assertThat(RecipeFolder.problems(recipe))
                .hasSize(2)
                .anyMatch(text -> text.startsWith("pkg.yaml:7:12: '(' is no regular expression of Go's form"))
                .contains("pkg.yaml:10:5: a var-transform has from, match, replace and to; one of them is missing");
    }

    @Test
    void packageHostAndOptionVariables() throws IOException {
        Recipe recipe = folder.recipe("""
                package:
                  name: pkg
                  version: 1.10
                  epoch: 0
                  description: words
                options:
                  fast:
                    vars: {speed: "9"}
                pipeline:
                  - runs: ${{package.name}} ${{package.version}} ${{package.epoch}} ${{package.description}} ${{package.srcdir}}
                  - runs: ${{context.name}} ${{options.fast.enabled}} ${{host.triplet.gnu}} ${{build.arch}}
                """);
        assertThat(recipe.pipeline().get(0).runs()).hasToString("pkg 1.10 0 words /home/build");
        assertThat(recipe.pipeline().get(1).runs()).hasToString("pkg false ${{host.triplet.gnu}} ${{build.arch}}");
    }
}
