package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recipe's variables at another version than its own, and its sources in order. */
class OtherVersionTest {
    private final RecipeFolder folder;

    OtherVersionTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private Recipe recipe() throws IOException {
        return folder.recipe("""
                package: {name: pkg, version: 1.2.3, epoch: 4}
                vars:
                  major: "${{vars.fixed}}-${{package.version}}"
                  fixed: x
                var-transforms:
                  - {from: "${{package.version}}", match: '\\.', replace: _, to: mangled}
                  - {from: "${{vars.mangled}}", match: '_\\d+$', replace: '', to: short}
                pipeline: []
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "${{package.name}}-${{package.version}}, pkg-2.0.10",
        "${{package.full-version}}, 2.0.10-r0",
        "${{vars.major}}, x-2.0.10",
        "${{vars.mangled}}, 2_0_10",
        "${{vars.short}}, 2_0",
        "${{build.arch}}, ${{build.arch}}"
    })
    void variablesAreMadeAnew(String text, String value) throws IOException {
        assertThat(recipe().variablesAt("2.0.10").substitute(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"mangled, 1_2_3", "short, 1_2", "major, x-1.2.3"})
    void atItsOwnVersionTheyAreWhatTheyAre(String name, String value) throws IOException {
        Recipe recipe = recipe();
        assertThat(recipe.vars().get(name)).hasToString(value);
        assertThat(recipe.variablesAt("1.2.3").value("vars." + name)).contains(value);
    }

    @Test
    void sourcesStandInTheOrderOfTheirSteps() throws IOException {
        Recipe recipe = folder.recipe("""
                package: {name: pkg, version: 1.2.3, epoch: 4}
                pipeline:
                  - uses: fetch
                    with: {uri: https://example.org/1.tar}
                  - pipeline:
                      - uses: git-checkout
                        with: {repository: https://example.org/2}
                      - uses: fetch
                        with: {uri: https://example.org/3.tar}
                  - uses: git-checkout
                    with: {repository: https://example.org/4}
                subpackages:
                  - name: sub
                    pipeline:
                      - uses: fetch
                        with: {uri: https://example.org/3.tar}
                """);
        assertThat(recipe.sources())
                .extracting(source -> source instanceof Fetch fetch
                        ? fetch.uri().value()
                        : ((Checkout) source).repository().value())
                .containsExactly(
                        "https://example.org/1.tar",
                        "https://example.org/2",
                        "https://example.org/3.tar",
                        "https://example.org/4",
                        "https://example.org/3.tar");
    }
}
