package dev.nearstream.recipe.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeFolder;
import dev.nearstream.recipe.edit.PlannedChanges.DroppedPin;
import dev.nearstream.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes before and after a plan's removals. */
class PackageEditorTest {
    private final RecipeFolder folder;

    PackageEditorTest(@TempDir Path directory) throws IOException {
        folder = new RecipeFolder(directory);
        Files.createDirectories(directory.resolve("pkg"));
        for (String name : List.of("a", "b", "c")) {
            folder.file("pkg/" + name + ".patch", name);
        }
    }

    private PackageEdit edit(String steps, PlannedChanges changes)
            throws IOException, YamlException, EditRefusedException {
        String text = RecipeFolder.HEAD + "\npipeline:\n" + steps;
        Recipe recipe = folder.recipe(text);
        return new PackageEditor(
                        recipe,
                        RecipeText.of("pkg.yaml", text.getBytes(UTF_8)),
                        new RecipeDirectory(folder.path(".")),
                        FileUses.of(folder.read()))
                .edit(List.of(), changes);
    }

    private static String steps(PackageEdit edit) {
        return edit.recipe().text().substring((RecipeFolder.HEAD + "\npipeline:\n").length());
    }

    private static PlannedChanges patches(String... names) {
        Set<String> paths =
                Arrays.stream(names).map(name -> "pkg/" + name + ".patch").collect(Collectors.toSet());
        return new PlannedChanges(paths, Map.of(), Set.of(), List.of());
    }

    private static PlannedChanges pins(DroppedPin... pins) {
        return new PlannedChanges(Set.of(), Map.of(), Set.of(), List.of(pins));
    }

    private static DroppedPin pin(int line, String text) {
        return new DroppedPin(new Position("pkg.yaml", line, 1), text);
    }

    private void after(String before, PlannedChanges changes, String after)
            throws IOException, YamlException, EditRefusedException {
        assertThat(steps(edit(before, PlannedChanges.NONE))).isEqualTo(before);
        PackageEdit edit = edit(before, changes);
        assertThat(edit.left()).isEmpty();
        assertThat(steps(edit)).isEqualTo(after);
    }

    private void leaves(String before, PlannedChanges changes, String reason)
            throws IOException, YamlException, EditRefusedException {
        PackageEdit edit = edit(before, changes);
        assertThat(steps(edit)).isEqualTo(before);
        assertThat(edit.deleted()).isEmpty();
        assertThat(String.join("\n", edit.left())).contains(reason);
    }

    @Test
    void aPatchLeavesABlockOfLines() throws Exception {
        after("""
                  - uses: patch
                    with:
                      patches: |
                        a.patch
                        b.patch
                        c.patch
                """, patches("b"), """
                  - uses: patch
                    with:
                      patches: |
                        a.patch
                        c.patch
                """);
    }

    @Test
    void aPatchLeavesALineOfWords() throws Exception {
        for (String quote : List.of("", "\"", "'")) {
            String line = "  - uses: patch\n    with:\n      patches: %s%s%s # why\n";
            after(
                    line.formatted(quote, "a.patch  b.patch ./c.patch", quote),
                    patches("a"),
                    line.formatted(quote, "b.patch ./c.patch", quote));
            after(
                    line.formatted(quote, "a.patch  b.patch ./c.patch", quote),
                    patches("b"),
                    line.formatted(quote, "a.patch  ./c.patch", quote));
            after(
                    line.formatted(quote, "a.patch  b.patch ./c.patch", quote),
                    patches("b", "c"),
                    line.formatted(quote, "a.patch", quote));
        }
    }

    @Test
    void aPatchLeavesAFoldedBlockOfSeveralALine() throws Exception {
        after("""
                  - uses: patch
                    with:
                      patches: >-
                        a.patch b.patch

                        c.patch
                """, patches("b", "c"), """
                  - uses: patch
                    with:
                      patches: >-
                        a.patch
                """);
    }

    @Test
    void aPlainScalarOnSeveralLinesKeepsItsFirst() throws Exception {
        after("""
                  - uses: patch
                    with:
                      patches: a.patch
                        b.patch
                        c.patch
                """, patches("a", "b"), """
                  - uses: patch
                    with:
                      patches: c.patch
                """);
    }

    @Test
    void allNamesOfAPatchGo() throws Exception {
        after("""
                  - uses: patch
                    with:
                      patches: a.patch ./a.patch b.patch a.patch
                """, patches("a"), """
                  - uses: patch
                    with:
                      patches: b.patch
                """);
    }

    @Test
    void anEmptiedStepGoesWithItsCommentAndOneBlankLine() throws Exception {
        PackageEdit edit = edit("""
                  - uses: git-checkout
                    with:
                      repository: https://example.org/x
                # keep me

                  # until 2.0
                  - uses: patch
                    with:
                      # a comment inside
                      patches: a.patch
                      # and one at the end

                  # build
                  - runs: make
                """, patches("a"));
        assertThat(steps(edit)).isEqualTo("""
                  - uses: git-checkout
                    with:
                      repository: https://example.org/x
                # keep me

                  # build
                  - runs: make
                """);
        assertThat(edit.deleted()).containsExactly("pkg/a.patch");
    }

    @Test
    void theFirstAndTheLastStepGo() throws Exception {
        String step = """
                  - uses: patch
                    with:
                      patches: %s.patch
                """;
        after(step.formatted("a") + "\n  - runs: make\n", patches("a"), "  - runs: make\n");
        after("  - runs: make\n\n" + step.formatted("a"), patches("a"), "  - runs: make\n");
        after(
                "  - runs: make\n\n" + step.formatted("a") + "\nsubpackages: []\n",
                patches("a"),
                "  - runs: make\n\nsubpackages: []\n");
        after(
                "  - runs: x\n\n" + step.formatted("a") + "\n" + step.formatted("b") + "\n  - runs: y\n",
                patches("a", "b"),
                "  - runs: x\n\n  - runs: y\n");
    }

    @Test
    void aStepAroundAnEmptiedOneGoesToo() throws Exception {
        after("""
                  - runs: x
                  - if: ${{options.y.enabled}} == 'true'
                    pipeline:
                      - uses: patch
                        with:
                          patches: a.patch
                  - runs: y
                """, patches("a"), """
                  - runs: x
                  - runs: y
                """);
    }

    @Test
    void aPipelineThatWouldBeEmptyIsLeft() throws Exception {
        leaves("""
                  - uses: patch
                    with:
                      patches: a.patch
                """, patches("a"), "a.patch not removed: pkg.yaml:7:5: nothing would be left of the list");
    }

    @Test
    void aFlowMappingLosesAWordButIsNotTakenOutOfAFlowList() throws Exception {
        String step = "  - runs: x\n  - {uses: patch, with: {patches: %s}}\n";
        after(step.formatted("a.patch b.patch"), patches("b"), step.formatted("a.patch"));
        after(step.formatted("a.patch"), patches("a"), "  - runs: x\n");
        leaves(
                "  - runs: x\n  - pipeline: [{runs: y}, {uses: patch, with: {patches: a.patch}}]\n",
                patches("a"),
                "an item that shares its line with others is not removed");
    }

    @Test
    void whatAnAliasRepeatsIsLeft() throws Exception {
        leaves("""
                  - uses: patch
                    with: &fixes
                      patches: a.patch b.patch
                  - uses: patch
                    with: *fixes
                """, patches("a"), "an alias or a merge key repeats this");
    }

    @Test
    void aNameMadeOfVariablesIsKnownWhereTheyAre() throws Exception {
        String step = "  - uses: patch\n    with:\n      patches: %s\n";
        folder.file("pkg/pkg.patch", "");
        after(step.formatted("${{ package.name }}.patch b.patch"), patches("pkg"), step.formatted("b.patch"));
    }

    @Test
    void severalNamesInOneVariableAreLeft() throws Exception {
        String before = """
                  - uses: patch
                    with:
                      patches: ${{vars.all}} c.patch
                  - runs: x
                vars:
                  all: a.patch b.patch
                """;
        leaves(before, patches("a"), "the names are made of variables that are not known here");
    }

    @Test
    void aPatchThatAScriptNamesKeepsItsFile() throws Exception {
        PackageEdit edit = edit("""
                  - uses: patch
                    with:
                      patches: a.patch b.patch
                  - runs: patch -R < a.patch
                """, patches("a"));
        assertThat(edit.deleted()).isEmpty();
        assertThat(edit.left()).containsExactly("pkg/a.patch: not deleted: the recipe still names it");
    }

    @Test
    void aSeriesLosesItsLinesAndTheCommentsAboutThemAlone() throws Exception {
        folder.file("pkg/series", """
                # both
                a.patch
                b.patch

                # about c
                c.patch\r
                # the end
                """);
        String step = "  - runs: x\n  - uses: patch\n    with:\n      series: series\n";
        PackageEdit edit = edit(step, patches("a", "c"));
        assertThat(steps(edit)).isEqualTo(step);
        assertThat(new String(edit.written().get("pkg/series"), UTF_8)).isEqualTo("""
                # both
                b.patch

                # the end
                """);
        assertThat(edit.deleted()).containsExactly("pkg/a.patch", "pkg/c.patch");
    }

    @Test
    void anEmptiedSeriesGoesWithItsStep() throws Exception {
        folder.file("pkg/series", "a.patch\n# x\nb.patch");
        PackageEdit edit = edit("  - runs: x\n  - uses: patch\n    with:\n      series: series\n", patches("a", "b"));
        assertThat(steps(edit)).isEqualTo("  - runs: x\n");
        assertThat(edit.written()).isEmpty();
        assertThat(edit.deleted()).containsExactly("pkg/a.patch", "pkg/b.patch", "pkg/series");
    }

    @Test
    void whatAnotherRecipeUsesIsNeitherWrittenNorDeleted() throws Exception {
        String step = "  - uses: patch\n    with:\n      %s\n";
        folder.link("twin", "pkg");
        folder.file("pkg/series", "a.patch\nb.patch\n");
        folder.file(
                "twin.yaml",
                (RecipeFolder.HEAD + "pipeline:\n" + step)
                        .replace("name: pkg", "name: twin")
                        .formatted("series: series"));
        leaves(step.formatted("series: series"), patches("a"), "twin.yaml uses it too");
        PackageEdit edit = edit(step.formatted("patches: a.patch b.patch"), patches("a"));
        assertThat(steps(edit)).isEqualTo(step.formatted("patches: b.patch"));
        assertThat(edit.deleted()).isEmpty();
        assertThat(edit.left()).containsExactly("pkg/a.patch: not deleted: twin.yaml uses it too");
    }

    @Test
    void nothingIsDeletedOrRefreshedThroughALink() throws Exception {
        folder.file("real/d.patch", "d");
        folder.link("pkg/d.patch", "../real/d.patch");
        String step = "  - uses: patch\n    with:\n      patches: a.patch d.patch\n";
        PackageEdit edit = edit(step, patches("d"));
        assertThat(edit.deleted()).isEmpty();
        assertThat(edit.left()).containsExactly("pkg/d.patch: not deleted: it is real/d.patch, reached through a link");
        PlannedChanges refresh =
                new PlannedChanges(Set.of(), Map.of("pkg/d.patch", "new", "pkg/a.patch", "a new"), Set.of(), List.of());
        edit = edit(step, refresh);
        assertThat(edit.written()).containsOnlyKeys("pkg/a.patch");
        assertThat(edit.left())
                .containsExactly("pkg/d.patch: not refreshed: it is real/d.patch, reached through a link");
    }

    private static final String PICKS = """
              - uses: git-checkout
                with:
                  repository: https://example.org/x
                  cherry-picks: |%s
                    # the two of #7
                    v1/1111111111111111111111111111111111111111: one # why
                    2222222222222222222222222222222222222222: two

                    # alone
                    3333333333333333333333333333333333333333: three
                  tag: v${{package.version}}
            """;

    private PlannedChanges picks(String steps, int... numbers) throws IOException {
        Checkout checkout = folder.recipe(RecipeFolder.HEAD + "\npipeline:\n" + steps)
                .checkouts()
                .get(0);
        Set<Position> at = Arrays.stream(numbers)
                .mapToObj(number -> checkout.cherryPicks().get(number).at())
                .collect(Collectors.toSet());
        return new PlannedChanges(Set.of(), Map.of(), at, List.of());
    }

    @Test
    void aPickGoesAndTheCommentOfItsGroupStays() throws Exception {
        for (String chomp : List.of("", "-")) {
            String before = PICKS.formatted(chomp);
            after(before, picks(before, 0), before.replaceFirst("(?m)^ +v1/1.*\n", ""));
        }
    }

    @Test
    void aGroupGoesWithItsComment() throws Exception {
        String before = PICKS.formatted("");
        after(before, picks(before, 0, 1), before.replaceFirst("(?s) +# the two.*?\n\n", ""));
        after(before, picks(before, 2), before.replaceFirst("(?s)\n +# alone.*?three\n", ""));
    }

    @Test
    void withTheLastPickItsListGoes() throws Exception {
        String before = PICKS.formatted("");
        after(before, picks(before, 0, 1, 2), """
                  - uses: git-checkout
                    with:
                      repository: https://example.org/x
                      tag: v${{package.version}}
                """);
    }

    private static final String BUMP = """
              - runs: x
              - uses: bump
                with:
                  language: go
                  modroot: . ./sub
                  deps: |-
                    # group
                    golang.org/x/net@v0.1.0
                    golang.org/x/text@v0.2.0 # CVE-1

                    # alone
                    golang.org/x/sys@v0.3.0
                  replaces: a=b@v1 c=d@v1
            """;

    @Test
    void aPinGoesLineByLine() throws Exception {
        after(BUMP, pins(pin(15, "golang.org/x/text@v0.2.0"), pin(18, "golang.org/x/sys@v0.3.0")), """
                  - runs: x
                  - uses: bump
                    with:
                      language: go
                      modroot: . ./sub
                      deps: |-
                        # group
                        golang.org/x/net@v0.1.0
                      replaces: a=b@v1 c=d@v1
                """);
        after(BUMP, pins(pin(19, "a=b@v1")), BUMP.replace("a=b@v1 ", ""));
    }

    @Test
    void anEmptiedListOfPinsGoesAndWithTheLastItsStep() throws Exception {
        DroppedPin[] deps = {
            pin(14, "golang.org/x/net@v0.1.0"),
            pin(15, "golang.org/x/text@v0.2.0"),
            pin(18, "golang.org/x/sys@v0.3.0"),
            pin(19, "a=b@v1"),
            pin(19, "c=d@v1")
        };
        after(BUMP, pins(deps[0], deps[1], deps[2]), BUMP.replaceFirst("(?s) +deps:.*?(?= +replaces)", ""));
        after(BUMP, pins(deps), "  - runs: x\n");
    }

    @Test
    void thePinOfOneStepStaysInAnother() throws Exception {
        String step = "  - uses: bump\n    with:\n      deps: a@v1 b@v1\n      modroot: %s\n";
        after(
                step.formatted("one") + step.formatted("two"),
                pins(pin(13, "a@v1")),
                step.formatted("one") + step.formatted("two").replace("a@v1 ", ""));
    }

    @Test
    void aPinThatStandsNowhereIsTold() throws Exception {
        leaves(BUMP, pins(pin(15, "golang.org/x/net@v0.1.0")), "golang.org/x/net@v0.1.0 not removed: pkg.yaml:15:1");
        leaves("  - runs: go get a@v1\n", pins(pin(7, "a@v1")), "it is no entry of a bump step");
    }

    @Test
    void pinsGoFromAFileBesideTheRecipe() throws Exception {
        folder.file("pkg/gobump-deps.yaml", """
                packages:
                  # about one
                  - name: one
                    version: v1
                  - name: two
                    version: v2
                  - name: three
                    version: v3
                """);
        PackageEdit edit = edit(
                "  - uses: bump\n",
                pins(
                        new DroppedPin(new Position("pkg/gobump-deps.yaml", 3, 1), "one@v1"),
                        new DroppedPin(new Position("pkg/gobump-deps.yaml", 5, 1), "two@v2")));
        assertThat(edit.left()).isEmpty();
        assertThat(new String(edit.written().get("pkg/gobump-deps.yaml"), UTF_8))
                .isEqualTo("""
                packages:
                  - name: three
                    version: v3
                """);
    }

    @Test
    void theLastPinOfAFileIsLeft() throws Exception {
        folder.file("pkg/deps.yaml", "packages:\n  - name: one\n    version: v1\n");
        PackageEdit edit =
                edit("  - uses: bump\n", pins(new DroppedPin(new Position("pkg/deps.yaml", 2, 1), "one@v1")));
        assertThat(edit.written()).isEmpty();
        assertThat(edit.left())
                .containsExactly("one@v1 not removed: pkg/deps.yaml:2:5: nothing would be left of the list");
    }
}
