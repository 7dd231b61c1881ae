package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondProjectTest {
    private static final String OWN = """
            - uses: git-checkout
              with:
                repository: https://git.example/own
                tag: v${{package.version}}-${{vars.suffix}}
                expected-commit: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """;
    private static final String REGISTRY = """
            - uses: git-checkout
              with:
                repository: https://git.example/registry
                branch: main
                expected-commit: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                destination: registry
            """;

    private final RecipeFolder folder;

    SecondProjectTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private List<String> of(String vars, String steps) throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + vars + "pipeline:\n" + steps.indent(2));
        return SecondProject.of(recipe).stream()
                .map(one -> one.at().line() + " " + one.name() + " " + one.value() + " " + one.used())
                .toList();
    }

    @Test
    void aFixedCheckoutBesideTheOwn() throws IOException {
        assertThat(of("", OWN + REGISTRY))
                .containsExactly("15 https://git.example/registry bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb []");
    }

    @Test
    void aFixedArchiveBesideTheOwn() throws IOException {
        assertThat(of("", OWN + "- uses: fetch\n  with:\n    uri: https://files.example/wheel-1.2.whl\n"))
                .containsExactly("13 https://files.example/wheel-1.2.whl  []");
    }

    @Test
    void aVarThatASourceUses() throws IOException {
        String vars = """
                vars:
                  suffix: b171
                  linux: 6.12.91
                  unused: 3.4.5
                  major: "1.2"
                  whole: ${{package.version}}-x
                  home: https://git.example
                """;
        String archive = """
                - uses: fetch
                  with:
                    uri: ${{vars.home}}/linux-${{ vars.linux }}-${{vars.major}}-${{vars.whole}}.tar.xz
                """;
        assertThat(of(vars, OWN + archive))
                .containsExactly(
                        "6 vars.suffix b171 [https://git.example/own]",
                        "7 vars.linux 6.12.91 [https://git.example/linux-6.12.91-1.2-1.2.3-x.tar.xz]");
    }

    @Test
    void whatATransformMakesFollowsTheVersion() throws IOException {
        String vars = """
                var-transforms:
                  - {from: "${{package.version}}", match: '\\.', replace: _, to: suffix}
                """;
        assertThat(of(vars, OWN)).isEmpty();
    }

    @Test
    void whereNothingFollowsTheVersionTheFixedSourceIsThePackage() throws IOException {
        assertThat(of("", REGISTRY)).isEmpty();
    }

    @Test
    void aBranchIsNotFixed() throws IOException {
        assertThat(of("", OWN + REGISTRY.replaceFirst("    expected-commit.*\n", "")))
                .isEmpty();
    }
}
