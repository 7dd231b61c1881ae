package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.FixedAdvisory;
import dev.nearstream.bump.LicenceFiles;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaAdvisories;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.pin.DependencyChanges;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.Version;
import dev.nearstream.score.PolicyReader;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.Scorer;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request says beside the plan: advisories, upstream's changes and the score, from a real repository. */
class BumpReportPartsTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final Scorer SCORER = new Scorer(PolicyReader.shipped());

    @TempDir
    private Path directory;

    private Mirrors mirrors;
    private RecipeDirectory files;
    private RecipeDeltas deltas;
    private BumpPlan plan;

    @BeforeEach
    void plan() throws Exception {
        try (FixtureRepository upstream = new FixtureRepository(directory.resolve("pkg.git"))) {
            upstream.file("f", "a\n").file("g", "1\n").file("LICENSE", "MIT\n").file("Gemfile", "gem 'rack', '2'\n");
            upstream.file("CHANGES", "1.0: the first\n");
            upstream.commit("One");
            upstream.tag("v1.0");
            upstream.file("f", "b\n").commit("Say b");
            upstream.file("LICENSE", "BUSL\n")
                    .file("Gemfile", "gem 'rack', '3'\n")
                    .file("CHANGES", "1.1: says b\n1.0: the first\n")
                    .commit("Two");
            upstream.tag("v1.1");
        }
        Path recipes = Files.createDirectories(directory.resolve("recipes/pkg"));
        Files.writeString(recipes.resolve("b.patch"), "Fixes CVE-2026-1111.\n\n" + Nights.change("f", "a", "b"));
        Files.writeString(recipes.resolve("CVE-2026-3333.patch"), Nights.change("g", "1", "2"));
        Files.writeString(directory.resolve("recipes/pkg.yaml"), """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "https://git.example.org/pkg.git", tag: "v${{package.version}}"}
                  # GHSA-cfgh-2345-mpqr
                  - uses: patch
                    with: {patches: b.patch}
                  - uses: patch
                    with: {patches: CVE-2026-3333.patch}
                update: {git: {strip-prefix: v}}
                """);
        files = new RecipeDirectory(directory.resolve("recipes"));
        Recipe recipe = new RecipeReader(files).read(name -> true, 1).recipes().get(0);
        deltas = new DeltaFinder(files).find(recipe);
        MirrorSettings of = MirrorSettings.defaults(directory.resolve("mirrors"));
        mirrors = new Mirrors(
                new MirrorSettings(
                        of.directory(),
                        Rewrites.parse(List.of("https://git.example.org/=" + directory + "/")),
                        true,
                        of.perHost(),
                        of.connectTimeout(),
                        of.readTimeout(),
                        of.totalTimeout(),
                        of.diskLimit(),
                        of.credentials()),
                DateCache.none(),
                Clock.systemUTC());
        plan = new BumpPlanner(files, mirrors::open)
                .plan(deltas, Version.parse("1.1").orElseThrow())
                .orElseThrow();
    }

    @AfterEach
    void close() {
        mirrors.close();
    }

    @Test
    void theAdvisoriesOfWhatIsDroppedAndNoOthers() {
        assertThat(plan.patches())
                .extracting(PatchPlan::action)
                .containsExactly(PatchPlan.Action.DROP, PatchPlan.Action.KEEP);
        assertThat(FixedAdvisory.of(plan, deltas.deltas(), new DeltaAdvisories(files)))
                .containsExactly(
                        new FixedAdvisory("CVE-2026-1111", List.of("patch:b.patch"), "v1.1"),
                        new FixedAdvisory("GHSA-cfgh-2345-mpqr", List.of("patch:b.patch"), "v1.1"));
    }

    @Test
    void whatUpstreamChanged() throws Exception {
        UpstreamChanges changes =
                UpstreamChanges.of(deltas.recipe(), plan, mirrors::open).orElseThrow();
        assertThat(changes)
                .isEqualTo(new UpstreamChanges(
                        "https://git.example.org/pkg.git",
                        "v1.0",
                        "v1.1",
                        List.of(new DependencyChanges.Change("Gemfile", "rack", "2", "3")),
                        List.of(new LicenceFiles.Change("LICENSE", LicenceFiles.Fate.CHANGED)),
                        new UpstreamNotes(UpstreamNotes.Source.FILE, "CHANGES", "1.1: says b\n", false),
                        List.of()));
    }

    @Test
    void theScoreWithTheBumpHasWhatIsKept() {
        BumpScore score =
                BumpScore.of(outcome("1.1"), deltas, plan, SCORER, NOW).orElseThrow();
        Score after = Objects.requireNonNull(score.after());
        assertThat(score.before().total(ScoreClass.AVOIDABLE)).isPositive();
        assertThat(score.before().total(ScoreClass.LAG)).isPositive();
        assertThat(after.total(ScoreClass.AVOIDABLE)).isZero();
        assertThat(after.total(ScoreClass.LAG)).isZero();
        assertThat(after.components())
                .singleElement()
                .satisfies(component -> assertThat(component.delta()).isEqualTo("patch:CVE-2026-3333.patch"));
    }

    @Test
    void whatIsKeptWithFuzzStaysBlocked() {
        Verdict fuzz = new Verdict.Applies(Verdict.How.FUZZ, List.of(), List.of());
        BumpScore score =
                BumpScore.of(outcome("1.1", fuzz), deltas, plan, SCORER, NOW).orElseThrow();
        assertThat(Objects.requireNonNull(score.after()).total(ScoreClass.BLOCKED))
                .isPositive();
    }

    @Test
    void ofAnOlderReleaseTheScoreIsNotKnown() {
        BumpScore score =
                BumpScore.of(outcome("1.2"), deltas, plan, SCORER, NOW).orElseThrow();
        assertThat(score.after()).isNull();
        assertThat(score.notAfter()).isEqualTo("1.1 is not the newest release");
    }

    private static Outcome.Tracked outcome(String newest) {
        return outcome(newest, new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of()));
    }

    private static Outcome.Tracked outcome(String newest, Verdict kept) {
        Verdict applies = new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of());
        Lag lag = new Lag(newest, "v" + newest, null, NOW, "v1.0", null, NOW.minusSeconds(864_000), 1, NOW, null, null);
        return new Outcome.Tracked(
                "pkg",
                "pkg.yaml",
                "1.0",
                "0",
                null,
                lag,
                List.of(
                        delta("patch:b.patch", applies, new Verdict.Upstream(List.of(), List.of())),
                        delta("patch:CVE-2026-3333.patch", applies, kept)),
                List.of(),
                List.of(),
                "",
                new Score(List.of(), ""),
                null);
    }

    private static AssessedDelta delta(String id, Verdict now, Verdict atLatest) {
        return new AssessedDelta(
                DeltaKind.PATCH,
                id,
                new Position("pkg.yaml", 1, 1),
                1,
                1,
                1,
                Purpose.SECURITY,
                null,
                id,
                null,
                now,
                atLatest,
                null,
                null);
    }
}
