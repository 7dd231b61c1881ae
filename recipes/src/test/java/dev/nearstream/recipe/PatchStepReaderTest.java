package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.PatchStep.PatchName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which file of the package each name of a patch step means. */
class PatchStepReaderTest {
    private final RecipeFolder folder;

    PatchStepReaderTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    @BeforeEach
    void patches() throws IOException {
        folder.file("pkg/a.patch", "").file("pkg/b.patch", "").file("pkg/sub/c.patch", "");
    }

    private PatchStep step(String text) throws IOException {
        return folder.steps(text).patchSteps().get(0);
    }

    private static String names(PatchStep step) {
        return step.patches().stream()
                .map(patch -> patch.written() + " = " + patch.path())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        ".,    a.patch,                          pkg/a.patch",
        "src,  ../a.patch,                       pkg/a.patch",
        "src,  /home/build/a.patch,              pkg/a.patch",
        "src,  ${{package.srcdir}}/a.patch,      pkg/a.patch",
        "a/b,  ../../a.patch,                    pkg/a.patch",
        ".,    sub/c.patch,                      pkg/sub/c.patch",
        "sub,  c.patch,                          pkg/sub/c.patch",
        ".,    gone.patch,                       pkg/gone.patch",
        "src,  ../gone.patch,                    pkg/gone.patch",
        ".,    tools/vendoring/patches/x.patch,  ",
        "src,  a.patch,                          ",
        ".,    debian/patches/a.patch,           ",
        ".,    ../../etc/x.patch,                ",
        ".,    /etc/x.patch,                     "
    })
    void aNameMeansThePackagesFileWhereItsPathLeadsToOne(String directory, String name, String path)
            throws IOException {
        PatchStep step =
                step("- uses: patch\n  working-directory: %s\n  with: {patches: \"%s\"}\n".formatted(directory, name));
        assertThat(step.patches()).extracting(PatchName::path).containsExactly(path);
        assertThat(step.directory()).isEqualTo(directory);
    }

    @Test
    void namesStandBetweenBlanksAndLines() throws IOException {
        PatchStep step = step("""
                - uses: patch
                  with:
                    patches: |
                      a.patch   b.patch
                      ${{package.name}}.patch
                """);
        assertThat(names(step)).isEqualTo("a.patch = pkg/a.patch, b.patch = pkg/b.patch, pkg.patch = pkg/pkg.patch");
        assertThat(step.patches()).extracting(patch -> patch.at().line()).containsExactly(9, 9, 10);
        assertThat(step.strip()).isEqualTo(1);
        assertThat(step.fuzz()).isEqualTo(2);
        assertThat(step.series()).isNull();
    }

    @Test
    void aSeriesBeatsPatches() throws IOException {
        folder.file("pkg/series", "# first\n\na.patch\nb.patch -p1\r\n#b.patch\nsub/c.patch");
        PatchStep step =
                step("- uses: patch\n  with: {series: series, patches: b.patch, strip-components: 0, fuzz: 0}\n");
        assertThat(step.series()).isEqualTo("pkg/series");
        assertThat(names(step))
                .isEqualTo("a.patch = pkg/a.patch, b.patch -p1 = pkg/b.patch -p1, sub/c.patch = pkg/sub/c.patch");
        assertThat(step.patches().get(0).at()).isEqualTo(new Position("pkg/series", 3, 1));
        assertThat(step.strip()).isZero();
        assertThat(step.fuzz()).isZero();
    }

    @Test
    void aSeriesThatIsNotThereIsAProblem() throws IOException {
        Recipe recipe = folder.steps("- uses: patch\n  with: {series: series}\n");
        assertThat(recipe.patchSteps().get(0).patches()).isEmpty();
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly(
                        "pkg.yaml:7:20: the series file pkg/series is not there; name one of the package's directory");
    }

    @Test
    void upstreamsOwnSeriesIsNoProblem() throws IOException {
        Recipe recipe = folder.steps("- uses: patch\n  with: {series: debian/patches/series}\n");
        assertThat(recipe.patchSteps().get(0).series()).isNull();
        assertThat(recipe.patchSteps().get(0).patches()).isEmpty();
        assertThat(recipe.problems()).isEmpty();
    }

    @Test
    void aPatchOutsideOfTheWorkspaceIsAProblem() throws IOException {
        Recipe recipe = folder.steps("- uses: patch\n  with: {patches: ../other/x.patch /usr/share/y.patch}\n");
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly("pkg.yaml:7:21: the patch ../other/x.patch lies outside of the workspace;"
                        + " name one of the package's directory");
    }

    @Test
    void aStepWithoutPatchesIsAProblem() throws IOException {
        for (String with : List.of("{}", "{patches: \"\"}", "{patches: \" \", series: \" \"}")) {
            Recipe recipe = folder.steps("- uses: patch\n  with: %s\n".formatted(with));
            assertThat(RecipeFolder.problems(recipe))
                    .as(with)
                    .containsExactly("pkg.yaml:6:5: a patch step needs patches or series");
        }
    }

    @Test
    void numbersAreSmallAndWhole() throws IOException {
        Recipe recipe = folder.steps("- uses: patch\n  with: {patches: a.patch, strip-components: one, fuzz: -1}\n");
        assertThat(recipe.patchSteps().get(0).strip()).isEqualTo(1);
        assertThat(recipe.patchSteps().get(0).fuzz()).isEqualTo(2);
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly(
                        "pkg.yaml:7:48: strip-components is a number from 0 to 1000, not one",
                        "pkg.yaml:7:59: fuzz is a number from 0 to 1000, not -1");
    }

    @Test
    void gitAmAllowsNoFuzz() throws IOException {
        PatchStep step = step("- uses: git-am\n  with: {patches: a.patch b.patch}\n");
        assertThat(names(step)).isEqualTo("a.patch = pkg/a.patch, b.patch = pkg/b.patch");
        assertThat(step.strip()).isEqualTo(1);
        assertThat(step.fuzz()).isZero();
    }

    @Test
    void nestedStepsAndSubpackagesArePatchStepsToo() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                pipeline:
                  - working-directory: src
                    pipeline:
                      - uses: patch
                        with: {patches: ../a.patch}
                subpackages:
                  - name: extra
                    pipeline:
                      - uses: patch
                        with: {patches: b.patch}
                """);
        assertThat(recipe.patchSteps())
                .extracting(PatchStepReaderTest::names)
                .containsExactly("../a.patch = pkg/a.patch", "b.patch = pkg/b.patch");
        assertThat(recipe.patchSteps().get(0).directory()).isEqualTo("src");
        assertThat(recipe.patchSteps().get(1).step().subpackage()).isEqualTo("extra");
    }

    @Test
    void aPackagesDirectoryMayBeALinkToAnothers() throws IOException {
        folder.link("pkg-compat", "pkg");
        folder.file(
                "pkg-compat.yaml", RecipeFolder.HEAD + "pipeline:\n  - uses: patch\n    with: {patches: a.patch}\n");
        PatchStep step = folder.read().recipes().get(0).patchSteps().get(0);
        assertThat(step.patches().get(0).path()).isEqualTo("pkg-compat/a.patch");
    }
}
