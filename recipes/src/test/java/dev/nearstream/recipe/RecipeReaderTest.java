package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are recipes, what makes one, and what each value reads as. */
class RecipeReaderTest {
    private final RecipeFolder folder;

    RecipeReaderTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    @ParameterizedTest
    @CsvSource({"1.10", "00303", "0.10", "1_", "3.", "20260102", "1e3"})
    void aVersionIsItsSourceText(String version) throws IOException {
        Recipe recipe = folder.recipe("package: {name: pkg, version: %s, epoch: 007}\n".formatted(version));
        assertThat(recipe.version().value()).isEqualTo(version);
        assertThat(recipe.epoch().value()).isEqualTo("007");
    }

    @Test
    void identityAndItsPlaces() throws IOException {
        Recipe recipe = folder.recipe("""
                package:
                  name: pkg
                  version: 1.10 # not 1.1
                  epoch: 4 # CVE-2026-1
                """);
        assertThat(recipe.version()).isEqualTo(new Text("1.10", "1.10", new Position("pkg.yaml", 3, 12)));
        assertThat(recipe.epochComment()).isEqualTo("CVE-2026-1");
        assertThat(recipe.directory()).isEqualTo("pkg");
        assertThat(recipe.pipeline()).isEmpty();
        assertThat(recipe.update().at()).isNull();
        assertThat(recipe.problems()).isEmpty();
    }

    @Test
    void onlyYamlFilesAtTheTopThatAreNoDotFilesAreRecipes() throws IOException {
        String text = RecipeFolder.HEAD;
        folder.file("b.yaml", text.replace("name: ", "name: other-"))
                .file(".hidden.yaml", text)
                .file("c.yml", text)
                .file("d.txt", text);
        folder.file("pipelines/x.yaml", text).file("a.yaml", text).file("dir.yaml/x", "");
        assertThat(folder.read().recipes()).extracting(Recipe::file).containsExactly("a.yaml", "b.yaml");
        assertThat(folder.read().problems()).isEmpty();
    }

    @Test
    void onlyWantedRecipesAreRead() throws IOException {
        folder.file("a.yaml", RecipeFolder.HEAD).file("b.yaml", "{");
        RecipeTree tree = new RecipeReader(new RecipeDirectory(folder.path("."))).read(name -> name.equals("a"), 1);
        assertThat(tree.recipes()).hasSize(1);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void aPackageThatAnEarlierFileHasIsAProblem() throws IOException {
        folder.file("a.yaml", RecipeFolder.HEAD).file("b.yaml", RecipeFolder.HEAD);
        RecipeTree tree = folder.read();
        assertThat(tree.recipes()).extracting(Recipe::file).containsExactly("a.yaml");
        assertThat(tree.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at().file()).isEqualTo("b.yaml");
            assertThat(problem.message()).contains("that of a.yaml already");
        });
    }

    @Test
    void oneBadRecipeDoesNotStopTheOthers() throws IOException {
        folder.file("a.yaml", RecipeFolder.HEAD)
                .file("bad.yaml", "package:\n\tname: x\n")
                .file("c.yaml", RecipeFolder.HEAD.replace("name: ", "name: other-"));
        RecipeTree tree = folder.read();
        assertThat(tree.recipes()).extracting(Recipe::file).containsExactly("a.yaml", "c.yaml");
        assertThat(tree.problems()).hasSize(1);
        assertThat(tree.problems().get(0).at()).isEqualTo(new Position("bad.yaml", 2, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[a];                                           x.yaml:1:1: a recipe is a mapping, not a list",
                "'';                                            x.yaml:1:1: a recipe is a mapping, not nothing",
                "vars: {a: b};                                  x.yaml:1:1: a recipe needs package:",
                "package:;                                      x.yaml:1:1: a recipe needs package:",
                "package: {name: x, epoch: 0};                  x.yaml:1:10: package.version is missing",
                "package: {name: x, version: 1};                x.yaml:1:10: package.epoch is missing",
                "package: {version: 1, epoch: 0};               x.yaml:1:10: package.name is missing",
                "package: {name: \" \", version: 1, epoch: 0};  x.yaml:1:10: package.name is missing"
            })
    void withoutItsIdentityItIsNoRecipe(String text, String problem) throws IOException {
        folder.file("x.yaml", text + "\n");
        assertThat(folder.read().recipes()).isEmpty();
        assertThat(folder.read().problems()).extracting(RecipeProblem::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"one", "-1", "1.5", "1234567890"})
    void anEpochIsAWholeNumber(String epoch) throws IOException {
        Recipe recipe = folder.recipe("package: {name: x, version: 1, epoch: %s}\n".formatted(epoch));
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly("pkg.yaml:1:39: epoch is a whole number, not " + epoch);
    }

    @Test
    void whatIsOfTheWrongKindIsAProblemAndCountsAsAbsent() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                pipeline: {runs: x}
                vars: [a]
                subpackages:
                  - just text
                environment:
                  environment:
                    CFLAGS: [x]
                """);
        assertThat(recipe.pipeline()).isEmpty();
        assertThat(recipe.vars()).isEmpty();
        assertThat(RecipeFolder.problems(recipe))
                .containsExactlyInAnyOrder(
                        "pkg.yaml:6:7: should be a mapping, is a list",
                        "pkg.yaml:5:11: pipeline should be a list, is a mapping",
                        "pkg.yaml:8:5: should be a mapping, is a scalar",
                        "pkg.yaml:11:13: CFLAGS should be a scalar, is a list");
    }
}
