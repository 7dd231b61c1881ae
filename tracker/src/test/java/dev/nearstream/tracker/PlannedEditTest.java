package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.edit.FileUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe before and after a plan. */
class PlannedEditTest {
    private static final String COMMIT = "2222222222222222222222222222222222222222";
    private static final String RECIPE = """
            package:
              name: pkg
              version: 1.0.0 # ours
              epoch: 4 # CVE-2026-99901
            pipeline:
              - uses: git-checkout
                with:
                  repository: https://git.example.org/pkg.git
                  tag: v${{package.version}}
                  expected-commit: 1111111111111111111111111111111111111111
                  cherry-picks: |
                    main/3333333333333333333333333333333333333333: one
                    4444444444444444444444444444444444444444: two

              - uses: fetch
                with:
                  uri: https://example.org/data-${{package.version}}.tar.gz
                  expected-sha256: 5555555555555555555555555555555555555555555555555555555555555555

              - uses: patch
                with:
                  patches: x.patch

              - uses: bump
                with:
                  deps: |-
                    golang.org/x/net@v0.1.0
                    golang.org/x/sys@v0.2.0

              - runs: sed -i s/a/b/ configure
            update:
              git: {strip-prefix: v}
            """;

    @TempDir
    private Path directory;

    private PlannedEdit edited(String recipe, Set<String> dropped) throws IOException {
        Files.createDirectories(directory.resolve("pkg"));
        Files.writeString(directory.resolve("pkg/x.patch"), Nights.change("f", "a", "b"));
        Files.writeString(directory.resolve("pkg.yaml"), recipe);
        RecipeDirectory files = new RecipeDirectory(directory);
        RecipeDeltas deltas = new DeltaFinder(files)
                .find(new RecipeReader(files).read(name -> true, 1).recipes().get(0));
        List<BumpPlan.Other> others = deltas.deltas().stream()
                .map(Delta::facts)
                .filter(facts -> dropped.contains(facts.id()))
                .map(facts -> new BumpPlan.Other(
                        facts.kind(), facts.id(), facts.where(), BumpPlan.Action.DROP, "", List.of()))
                .toList();
        List<PatchPlan> patches = dropped.contains("patch:x.patch")
                ? List.of(new PatchPlan(
                        "pkg/x.patch", PatchPlan.Action.DROP, PatchPlan.Confidence.HIGH, "", List.of(), null))
                : List.of();
        BumpPlan plan = new BumpPlan("pkg", "1.0.0", "1.1.0", "v1.1.0", COMMIT, patches, others);
        return PlannedEdit.of(plan, deltas, files, FileUses.UNKNOWN, PlannedEdit.Hashes.UNKNOWN);
    }

    @Test
    void whatThePlanDropsIsGoneAndWhatIsNotKnownStays() throws IOException {
        PlannedEdit edit = edited(
                RECIPE,
                Set.of(
                        "patch:x.patch",
                        "cherry-pick:333333333333",
                        "dependency-bump:golang.org/x/sys",
                        "inline-edit:configure"));

        assertThat(edit.recipe()).isEqualTo("""
                package:
                  name: pkg
                  version: 1.1.0 # ours
                  epoch: 0 # CVE-2026-99901
                pipeline:
                  - uses: git-checkout
                    with:
                      repository: https://git.example.org/pkg.git
                      tag: v${{package.version}}
                      expected-commit: %s
                      cherry-picks: |
                        4444444444444444444444444444444444444444: two

                  - uses: fetch
                    with:
                      uri: https://example.org/data-${{package.version}}.tar.gz
                      expected-sha256: 5555555555555555555555555555555555555555555555555555555555555555

                  - uses: bump
                    with:
                      deps: |-
                        golang.org/x/net@v0.1.0

                  - runs: sed -i s/a/b/ configure
                update:
                  git: {strip-prefix: v}
                """.formatted(COMMIT));
        assertThat(edit.unresolved())
                .containsExactly(
                        "recipe: line 18 expected-sha256 of https://example.org/data-${{package.version}}.tar.gz"
                                + " is not known, and stays",
                        "inline-edit:configure: pkg.yaml:30:11: a script is not edited; take it out by hand");
    }

    /** A commit's message must not say that a pin goes which the file still has. */
    @Test
    void whatCouldNotBeRemovedStaysInThePlanThatIsDone() throws IOException {
        Files.createDirectories(directory.resolve("pkg"));
        Files.writeString(directory.resolve("pkg/deps.yaml"), "packages:\n  - name: rand@0.8.5\n    version: 0.8.6\n");
        String recipe = RECIPE.replace("""
                  - uses: bump
                    with:
                      deps: |-
                        golang.org/x/net@v0.1.0
                        golang.org/x/sys@v0.2.0
                """, """
                  - uses: bump
                """);
        PlannedEdit edit = edited(recipe, Set.of("dependency-bump:rand@0.8.5"));
        BumpPlan.Other pin = new BumpPlan.Other(
                DeltaKind.DEPENDENCY_BUMP,
                "dependency-bump:rand@0.8.5",
                new Position("pkg/deps.yaml", 2, 5),
                BumpPlan.Action.DROP,
                "upstream asks for 0.8.6",
                List.of());
        BumpPlan plan = new BumpPlan("pkg", "1.0.0", "1.1.0", "v1.1.0", COMMIT, List.of(), List.of(pin));
        assertThat(edit.unresolved())
                .anySatisfy(line -> assertThat(line).contains("nothing would be left of the list"));
        assertThat(edit.asDone(plan).others()).singleElement().satisfies(other -> {
            assertThat(other.action()).isEqualTo(BumpPlan.Action.KEEP);
            assertThat(other.reason()).contains("not removed").contains("nothing would be left of the list");
        });
        assertThat(edited(RECIPE, Set.of("dependency-bump:golang.org/x/sys")).notRemoved())
                .isEmpty();
    }

    @Test
    void theCommitOfAnotherRepositoryIsNotTheTags() throws IOException {
        String other = RECIPE.replace(
                "git: {strip-prefix: v}", "github: {identifier: someone/else, strip-prefix: v, use-tag: true}");

        PlannedEdit edit = edited(other, Set.of());

        assertThat(edit.recipe()).doesNotContain(COMMIT);
        assertThat(edit.unresolved()).anyMatch(line -> line.startsWith("recipe: line 10 expected-commit"));
    }

    @Test
    void aRecipeThatCannotBeEditedHasNoTextAndTheReason() throws IOException {
        PlannedEdit edit = edited(RECIPE.replace("version: 1.0.0", "version: &v 1.0.0"), Set.of());

        assertThat(edit.recipe()).isNull();
        assertThat(edit.unresolved()).singleElement().asString().startsWith("recipe: not edited: pkg.yaml:3:12: ");
    }
}
