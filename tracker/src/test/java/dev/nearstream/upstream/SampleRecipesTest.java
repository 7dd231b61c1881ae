package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample shows what it is there to show. */
class SampleRecipesTest {
    private static Path upstreams = Path.of("");
    private static List<Recipe> recipes = List.of();
    private static List<RecipeProblem> problems = List.of();

    @BeforeAll
    static void prepare(@TempDir Path state) throws IOException {
        upstreams = SampleUpstreams.prepare(SampleFixture.SAMPLE, state);
        RecipeTree tree = new RecipeReader(new RecipeDirectory(SampleFixture.SAMPLE)).read(name -> true, 1);
        recipes = tree.recipes();
        problems = tree.problems();
    }

    @Test
    void oneRecipeIsBrokenAndTheOthersAreNot() {
        assertThat(recipes).extracting(Recipe::file).hasSize(13).doesNotContain("bog.yaml");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).at().file()).isEqualTo("bog.yaml");
    }

    @Test
    void everyExpectedCommitIsTheTagsCommit() throws IOException {
        List<String> seen = new ArrayList<>();
        for (Recipe recipe : recipes) {
            for (Checkout checkout : recipe.checkouts()) {
                String url = checkout.repository().value();
                if (!url.startsWith(SampleFixture.HOST)) {
                    assertThat(url).isEqualTo("https://git.fen.invalid/fen.git");
                    continue;
                }
                try (Repository repository =
                        SampleFixture.open(upstreams, url.substring(SampleFixture.HOST.length()))) {
                    String tag = Objects.requireNonNull(checkout.tag()).value();
                    assertThat(Objects.requireNonNull(checkout.expectedCommit()).value())
                            .as(recipe.file())
                            .isEqualTo(SampleFixture.commit(repository, "refs/tags/" + tag));
                    picksAreOnTheirBranch(repository, checkout);
                }
                seen.add(recipe.file());
            }
        }
        assertThat(seen).hasSize(12);
    }

    private static void picksAreOnTheirBranch(Repository repository, Checkout checkout) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            for (Checkout.CherryPick pick : checkout.cherryPicks()) {
                ObjectId branch = Objects.requireNonNull(repository.resolve("refs/heads/" + pick.branch()));
                assertThat(walk.isMergedInto(
                                walk.parseCommit(ObjectId.fromString(pick.commit())), walk.parseCommit(branch)))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "beck,  v1.2.0,  applies exact; applies exact",
        "beck,  v1.4.0,  upstream; applies offset",
        "beck,  main,    upstream; conflicts 0/1",
        "mere,  v0.9.1,  applies exact; applies exact; applies exact",
        "mere,  v0.11.0, applies offset; applies fuzz; conflicts 0/1",
        "weir,  5.1,     applies exact; applies fuzz",
        "weir,  5.2,     conflicts 1/2; applies fuzz",
        "ghyll, v0.4.2,  upstream",
        "ghyll, v0.4.3,  upstream",
        "brook, v2.0.0,  unreadable",
        "brook, v2.0.1,  unreadable"
    })
    void everyPatchGivesTheVerdictItIsThereFor(String name, String revision, String verdicts) throws IOException {
        Recipe recipe = recipes.stream()
                .filter(candidate -> candidate.name().value().equals(name))
                .findFirst()
                .orElseThrow();
        List<Patch> patches = new ArrayList<>();
        for (PatchStep step : recipe.patchSteps()) {
            for (PatchStep.PatchName patch : step.patches()) {
                patches.add(PatchParser.parse(
                        Files.readAllBytes(SampleFixture.SAMPLE.resolve(Objects.requireNonNull(patch.path())))));
            }
        }
        try (Repository repository = SampleFixture.open(upstreams, name + ".git")) {
            List<PatchResult> results = new PatchEngine(PatchOptions.DEFAULT)
                    .checkSeries(patches, new PlainTree(repository, repository.resolve(revision + "^{tree}")));
            assertThat(results.stream().map(SampleRecipesTest::text).toList())
                    .containsExactly(verdicts.split("; *", -1));
        }
    }

    private static String text(PatchResult result) {
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        return switch (result.outcome()) {
            case APPLIES -> outcome + " " + result.how().name().toLowerCase(Locale.ROOT);
            case CONFLICTS -> outcome + " " + result.upstreamHunks() + "/" + result.hunks();
            case UPSTREAM, UNREADABLE -> outcome;
        };
    }
}
