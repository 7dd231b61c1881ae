package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of a whole package, from real repositories. */
class BumpPlannerTest {
    private static final String RECIPE = """
            package: {name: pkg, version: "1.0", epoch: 0}
            pipeline:
              - uses: git-checkout
                with:
                  repository: "https://git.example.org/pkg.git"
                  tag: v${{package.version}}
                  cherry-picks: |
                    main/%s: mend the other file
              - runs: rm -rf unwanted
              # %s
              - uses: patch
                with: {patches: x.patch}
            update: {git: {strip-prefix: v}}
            """;

    @TempDir
    private Path directory;

    private BumpPlan plan(String comment) throws Exception {
        String picked;
        try (FixtureRepository upstream = new FixtureRepository(directory.resolve("pkg.git"))) {
            upstream.file("f", "a\n")
                    .file("other", "x\n")
                    .file("unwanted/file", "y\n")
                    .commit("One");
            upstream.tag("v1.0");
            picked = upstream.file("other", "mended\n").commit("Mend the other file");
            upstream.file("f", "b\n").remove("unwanted/file").commit("Say b");
            upstream.tag("v1.1");
        }
        Path recipes = Files.createDirectories(directory.resolve("recipes/pkg"));
        Files.writeString(recipes.resolve("x.patch"), Nights.change("f", "a", "b"));
        Files.writeString(directory.resolve("recipes/pkg.yaml"), RECIPE.formatted(picked, comment));
        RecipeDirectory files = new RecipeDirectory(directory.resolve("recipes"));
        Recipe recipe = new RecipeReader(files).read(name -> true, 1).recipes().get(0);
        RecipeDeltas deltas = new DeltaFinder(files).find(recipe);
        MirrorSettings of = MirrorSettings.defaults(directory.resolve("mirrors"));
        MirrorSettings settings = new MirrorSettings(
                of.directory(),
                Rewrites.parse(List.of("https://git.example.org/=" + directory + "/")),
                true,
                of.perHost(),
                of.connectTimeout(),
                of.readTimeout(),
                of.totalTimeout(),
                of.diskLimit(),
                of.credentials());
        try (Mirrors mirrors = new Mirrors(settings, DateCache.none(), Clock.systemUTC())) {
            Optional<BumpPlan> plan = new BumpPlanner(files, mirrors::open)
                    .plan(deltas, Version.parse("1.1").orElseThrow());
            return plan.orElseThrow();
        }
    }

    @Test
    void everyKindHasItsAction() throws Exception {
        BumpPlan plan = plan("says b");
        assertThat(plan.tag()).isEqualTo("v1.1");
        assertThat(plan.blocked()).isFalse();
        assertThat(plan.patches())
                .singleElement()
                .satisfies(patch -> assertThat(patch.action()).isEqualTo(PatchPlan.Action.DROP));
        assertThat(plan.others())
                .extracting(other -> other.kind() + " " + other.action())
                .containsExactly("CHERRY_PICK DROP", "REMOVAL UNKNOWN");
        assertThat(plan.others().get(0).evidence().get(0).firstRelease()).isEqualTo("v1.1");
    }

    @Test
    void whatAPersonKeepsIsNotDropped() throws Exception {
        BumpPlan plan = plan("nearstream: keep x.patch, not the same change");
        assertThat(plan.patches()).singleElement().satisfies(patch -> {
            assertThat(patch.action()).isEqualTo(PatchPlan.Action.CONFLICT);
            assertThat(patch.reason()).startsWith("decided to keep it: not the same change; otherwise it would go");
        });
    }
}
