package dev.nearstream.store;

import static dev.nearstream.store.Samples.NIGHT;
import static dev.nearstream.store.Samples.failed;
import static dev.nearstream.store.Samples.run;
import static dev.nearstream.store.Samples.score;
import static dev.nearstream.store.Samples.skipped;
import static dev.nearstream.store.Samples.tracked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Points;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.trend.Quantiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store keeps to, whatever the database. */
@ParameterizedClass
@EnumSource(Backend.class)
final class StoreContractTest {
    private static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);

    private final Backend backend;
    private final Path directory;
    private final Backend.Place place;
    private Store store;

    StoreContractTest(Backend backend, @TempDir Path directory) {
        this.backend = backend;
        this.directory = directory;
        place = backend.place(directory);
        store = place.open(CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = place.open(CLOCK);
    }

    private Run finished(Run run, Outcome... outcomes) throws StoreBusyException {
        Run begun = store.beginOrResume(run);
        List.of(outcomes).forEach(outcome -> store.write(begun.id(), outcome));
        store.finish(begun.id(), begun.started().plusSeconds(60), List.of());
        return store.run(begun.id()).orElseThrow();
    }

    @Test
    void givesBackTheProblemsOfAFinishedRun() throws Exception {
        List<RecipeProblem> problems =
                List.of(new RecipeProblem(new Position("gone/a.patch", 1, 1), "unused-file: \"no\" step | uses it"));
        Run run = store.beginOrResume(run(0));
        assertThat(store.problems(run.id())).isEmpty();
        store.finish(run.id(), NIGHT, problems);
        reopen();
        assertThat(store.problems(run.id())).isEqualTo(problems);
        assertThat(store.problems("none")).isEmpty();
    }

    @Test
    void tellsWhatItTakesOnTheDisk() throws Exception {
        finished(run(0), tracked("a"));
        assertThat(store.bytes()).isPositive();
    }

    @Test
    void givesBackEveryOutcomeAsItWasWritten() throws Exception {
        Run run = store.beginOrResume(run(0));
        Outcome unscored = tracked("d", "fingerprint", null);
        List<Outcome> outcomes = List.of(tracked("a"), skipped("b"), failed("c"), unscored);

        outcomes.forEach(outcome -> store.write(run.id(), outcome));

        assertThat(store.outcomes(run.id())).isEqualTo(outcomes);
        assertThat(store.done(run.id())).containsExactlyInAnyOrder("a", "b", "c", "d");
        reopen();
        assertThat(store.outcomes(run.id())).isEqualTo(outcomes);
        assertThat(store.lastOutcome("d")).contains(new RunStore.Dated(run, unscored));
    }

    @Test
    void sortsOutcomesByTheBytesOfTheirNames() throws Exception {
        Run run = store.beginOrResume(run(0));
        List.of("b", "a-1", "a", "B", "a1", "ä").forEach(name -> store.write(run.id(), skipped(name)));

        assertThat(store.outcomes(run.id()))
                .extracting(Outcome::packageName)
                .containsExactly("B", "a", "a-1", "a1", "b", "ä");
    }

    @Test
    void writingAnOutcomeAgainReplacesIt() throws Exception {
        Run run = store.beginOrResume(run(0));

        store.write(run.id(), tracked("a"));
        store.write(run.id(), tracked("a"));
        assertThat(store.outcomes(run.id())).containsExactly(tracked("a"));

        store.write(run.id(), failed("a"));
        assertThat(store.outcomes(run.id())).containsExactly(failed("a"));
        store.write(run.id(), tracked("a", "later", score(1)));
        assertThat(store.outcomes(run.id())).containsExactly(tracked("a", "later", score(1)));
    }

    @Test
    void keepsTheScoreOfEachNightBesideOneAssessment() throws Exception {
        finished(run(0), tracked("a", "same", score(1)));
        finished(run(1), tracked("a", "same", score(2)));

        assertThat(store.outcomes(run(0).id())).containsExactly(tracked("a", "same", score(1)));
        assertThat(store.outcomes(run(1).id())).containsExactly(tracked("a", "same", score(2)));
        assertThat(store.prune(new Retention(1, null)).assessments()).isZero();
        assertThat(store.outcomes(run(1).id())).containsExactly(tracked("a", "same", score(2)));
    }

    @Test
    void tellsThePointsOfManyPackagesInManyRuns() throws Exception {
        finished(run(0), tracked("a", "same", score(1)), tracked("b", "same", null), skipped("c"));
        finished(run(1), tracked("a", "same", score(2)), tracked("b", "same", score(3)));
        finished(run(2), tracked("a", "same", score(4)));

        assertThat(store.points(List.of(run(0).id(), run(1).id(), "none")))
                .isEqualTo(Map.of(
                        run(0).id(), Map.of("a", new Points(1, 0, 0, 0.1 + 0.2)),
                        run(1).id(), Map.of("a", new Points(2, 0, 0, 0.1 + 0.2), "b", new Points(3, 0, 0, 0.1 + 0.2))));
        assertThat(store.points(List.of())).isEmpty();
        finished(run(3), tracked("a", "same", score(0)), tracked("b", "same", score(0)));
        finished(run(4), tracked("a", "same", score(1)), tracked("b", "same", score(0)));
        assertThat(store.pointsOfDeltas(List.of(run(3).id(), run(4).id()), List.of(run(4).id())))
                .isEqualTo(Map.of(
                        run(3).id(), Map.of("a", new Points(0, 0, 0, 0.1 + 0.2)),
                        run(4).id(), Map.of("a", new Points(1, 0, 0, 0.1 + 0.2))));
        assertThat(store.pointsOfDeltas(List.of(run(4).id()), List.of(run(3).id())))
                .isEmpty();
        store.prune(new Retention(1, null));
        assertThat(store.points(List.of(run(0).id()))).isEmpty();
    }

    @Test
    void keepsTextsOfPatchesWhileARunRefersToThem() throws Exception {
        finished(run(0), tracked("a"));
        String text = "--- a/x\n+++ b/x\n" + "+ü\n".repeat(20_000);
        store.texts().put(Map.of("0123abcd", text, "unused", "x"));

        assertThat(store.texts().ofRun(run(0).id())).isEqualTo(Map.of("0123abcd", text));
        assertThat(store.texts().known()).containsExactlyInAnyOrder("0123abcd", "unused");
        store.prune(new Retention(1, null));
        assertThat(store.texts().known()).containsExactly("0123abcd");
        assertThat(store.texts().ofRun("none")).isEmpty();
    }

    @Test
    void givesBackARunAsItBegan() throws Exception {
        assertThat(store.beginOrResume(run(0))).isEqualTo(run(0));
        assertThat(store.run(run(0).id())).contains(run(0));
        assertThat(store.latest()).isEmpty();

        store.finish(run(0).id(), NIGHT.plusSeconds(5), List.of());

        assertThat(store.latest().orElseThrow().finished()).isEqualTo(NIGHT.plusSeconds(5));
        Run bare = new Run("bare", NIGHT, null, "/plain", null, null, "a,b", 2);
        assertThat(store.beginOrResume(bare)).isEqualTo(bare);
        assertThat(store.runs()).extracting(Run::id).containsExactly("bare", run(0).id());
    }

    @Test
    void resumesTheUnfinishedRunOfTheSameRecipesCommitAndSelection() throws Exception {
        Run dead = store.beginOrResume(run(0));
        store.write(dead.id(), skipped("a"));
        reopen();

        Run wanted = later(run(0), "again", 3600);
        assertThat(store.beginOrResume(wanted)).isEqualTo(dead);
        assertThat(store.done(dead.id())).containsExactly("a");

        Run otherCommit = new Run(
                "commit", wanted.started(), null, dead.recipes(), "beef", dead.recipeLinks(), dead.selection(), 3);
        assertThat(store.beginOrResume(otherCommit).id()).isEqualTo("commit");
        Run otherSelection = new Run(
                "some", wanted.started(), null, dead.recipes(), dead.recipesCommit(), dead.recipeLinks(), "a*", 3);
        assertThat(store.beginOrResume(otherSelection).id()).isEqualTo("some");
        Run otherRecipes =
                new Run("others", wanted.started(), null, "/os", dead.recipesCommit(), dead.recipeLinks(), "", 3);
        assertThat(store.beginOrResume(otherRecipes).id()).isEqualTo("others");
    }

    @Test
    void doesNotResumeWhatIsOldOrFinishedOrOvertaken() throws Exception {
        store.beginOrResume(run(0));
        Run nextNight = later(run(0), "next night", 86_400);
        assertThat(store.beginOrResume(nextNight).id()).isEqualTo("next night");

        store.finish("next night", NIGHT, List.of());
        assertThat(store.beginOrResume(later(run(0), "soon", 60)).id()).isEqualTo("soon");
    }

    private static Run later(Run run, String id, long seconds) {
        return new Run(
                id,
                run.started().plusSeconds(seconds),
                null,
                run.recipes(),
                run.recipesCommit(),
                run.recipeLinks(),
                run.selection(),
                run.packages());
    }

    @Test
    void findsTheFinishedRunBefore() throws Exception {
        Run first = finished(run(0), skipped("a"));
        Run other = finished(new Run("other", NIGHT, null, "/os", null, null, "", 1), skipped("a"));
        store.beginOrResume(run(1));
        Run third = store.beginOrResume(run(2));

        assertThat(store.before(third)).contains(first);
        assertThat(store.before(first)).isEmpty();
        assertThat(store.before(other)).isEmpty();
        assertThat(store.before(run(5))).contains(first);
    }

    @Test
    void findsThePackagesLastOutcomes() throws Exception {
        finished(run(0), tracked("a", "old", score(1)), skipped("b"));
        Run unfinished = store.beginOrResume(run(1));
        assertThat(store.lastTracked("a")).contains(tracked("a", "old", score(1)));

        store.write(unfinished.id(), failed("a"));

        assertThat(store.lastTracked("a")).contains(tracked("a", "old", score(1)));
        assertThat(store.lastOutcome("a")).contains(new RunStore.Dated(unfinished, failed("a")));
        assertThat(store.lastTracked("b")).isEmpty();
        assertThat(store.lastTracked("none")).isEmpty();
        assertThat(store.lastOutcome("none")).isEmpty();
    }

    @Test
    void answersForRunsThatAreNotThere() throws Exception {
        assertThat(store.run("none")).isEmpty();
        assertThat(store.outcomes("none")).isEmpty();
        assertThat(store.done("none")).isEmpty();
        assertThatThrownBy(() -> store.write("none", skipped("a"))).isInstanceOf(IllegalStateException.class);

        store.beginOrResume(run(0));

        assertThatThrownBy(() -> store.write("none", skipped("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.finish("none", NIGHT, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneStoreWritesAtATimeAndTheOthersRead() throws Exception {
        Run run = store.beginOrResume(run(0));
        store.write(run.id(), skipped("a"));

        try (Store other = place.open(CLOCK);
                Store reader = place.read(CLOCK).orElseThrow()) {
            assertThatThrownBy(() -> other.beginOrResume(run(0)))
                    .isInstanceOfSatisfying(
                            StoreBusyException.class,
                            busy -> assertThat(busy.holder())
                                    .contains(new StoreBusyException.Holder(
                                            run.id(),
                                            NIGHT,
                                            ProcessHandle.current().pid(),
                                            ThisProcess.host())))
                    .hasMessageContaining(run.id())
                    .hasMessageContaining(NIGHT.toString());
            assertThatThrownBy(() -> other.prune(new Retention(1, null))).isInstanceOf(StoreBusyException.class);
            assertThat(reader.outcomes(run.id())).containsExactly(skipped("a"));
            store.write(run.id(), tracked("b"));
            assertThat(reader.outcomes(run.id())).containsExactly(skipped("a"), tracked("b"));

            store.close();

            assertThat(reader.outcomes(run.id())).containsExactly(skipped("a"), tracked("b"));
            assertThat(other.beginOrResume(run(0))).isEqualTo(run);
            other.write(run.id(), failed("c"));
        }
        store = place.open(CLOCK);
        assertThat(store.done(run.id())).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aReaderMakesNoStore() {
        assertThat(backend.place(directory.resolve("nowhere")).read(CLOCK)).isEmpty();
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void manyThreadsWriteAtOnce() throws Exception {
        Run run = store.beginOrResume(run(0));

        IntStream.range(0, 200).parallel().forEach(i -> {
            store.write(run.id(), tracked("p" + i % 100));
            store.verdicts().put("key" + i % 10, Samples.upstream());
            store.dates().put(Map.of("tag" + i % 10, NIGHT));
        });

        assertThat(store.outcomes(run.id()))
                .hasSize(100)
                .allSatisfy(outcome -> assertThat(outcome).isEqualTo(tracked(outcome.packageName())));
    }

    @Test
    void storesHostileTextWithoutLosingThePackage() throws Exception {
        Run run = store.beginOrResume(run(0));
        String hostile = "a\0b\uD800c🦀'\"\\\u202E" + "x".repeat(1 << 20) + "🦀";
        String kept = "a\uFFFDb\uFFFDc🦀'\"\\\u202E";
        List<RecipeProblem> problems = IntStream.range(0, 12)
                .mapToObj(i -> new RecipeProblem(new Position(hostile, i, 1), hostile))
                .toList();
        Outcome.Tracked tracked = new Outcome.Tracked(
                hostile,
                hostile,
                hostile,
                hostile,
                hostile,
                new Lag(
                        hostile,
                        hostile,
                        hostile,
                        Instant.MAX,
                        hostile,
                        hostile,
                        Instant.MAX,
                        0,
                        Instant.MIN,
                        hostile,
                        hostile),
                List.of(Samples.delta(hostile, hostile, new Verdict.Unreadable(hostile), null)),
                problems,
                List.of(hostile),
                hostile,
                null,
                hostile);

        store.write(run.id(), tracked);
        store.write(run.id(), new Outcome.Skipped(hostile + "2", hostile, hostile));
        store.write(run.id(), new Outcome.Failed("\0", hostile, hostile, hostile));

        assertThat(store.outcomes(run.id())).hasSize(3);
        Outcome.Tracked back = store.lastTracked(hostile).orElseThrow();
        assertThat(back.recipe()).startsWith(kept + "xxx").hasSizeLessThan(hostile.length());
        assertThat(back.problems()).hasSize(12);
        assertThat(back.problems().get(11).message()).startsWith(kept);
        assertThat(back.findings().get(0)).startsWith(kept);
        assertThat(back.deltas().get(0).now())
                .isInstanceOfSatisfying(
                        Verdict.Unreadable.class,
                        verdict -> assertThat(verdict.problem()).startsWith(kept));
        assertThat(back.lag().newestDate()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(back.lag().firstMissed()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(store.lastOutcome("\uFFFD")).isPresent();
        store.verdicts().put(hostile, new Verdict.Unreadable(hostile));
        assertThat(store.verdicts().find(hostile).orElseThrow().problem()).startsWith(kept);
        store.dates().put(Map.of(hostile, NIGHT));
        assertThat(store.dates().find(List.of(hostile))).hasSize(1);
    }

    @Test
    void remembersVerdicts() {
        assertThat(store.verdicts().find("key")).isEmpty();
        Verdict needed = new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of(), "go.mod:5 asks for less");
        store.verdicts().put("a pin", needed);
        assertThat(store.verdicts().find("a pin")).contains(needed);

        store.verdicts().put("key", Samples.upstream());
        store.verdicts().put("other key", Samples.upstream());
        reopen();

        assertThat(store.verdicts().find("key")).contains(Samples.upstream());
        store.verdicts().put("key", Samples.conflicts());
        assertThat(store.verdicts().find("key")).contains(Samples.conflicts());
        assertThat(store.verdicts().find("other key")).contains(Samples.upstream());
    }

    @Test
    void remembersDates() {
        Map<String, Instant> dates = Map.of("a", Instant.parse("2026-03-29T01:30:00Z"), "b", NIGHT);

        store.dates().put(dates);
        store.dates().put(dates);
        reopen();

        assertThat(store.dates().find(List.of("a", "b", "a", "c"))).isEqualTo(dates);
        assertThat(store.dates().find(List.of())).isEmpty();
        List<String> many = IntStream.range(0, 3000).mapToObj(i -> "a" + i).toList();
        assertThat(store.dates().find(many)).isEmpty();
    }

    @Test
    void sumsRunsUp() throws Exception {
        Run run = finished(run(0), tracked("a"), tracked("b", "f", null), skipped("c"), failed("d"), failed("e"));

        RunSum sum = store.sums().get(0);

        assertThat(sum)
                .isEqualTo(new RunSum(
                        run,
                        false,
                        2,
                        1,
                        1,
                        2,
                        0,
                        0,
                        12,
                        2,
                        2,
                        Map.of(
                                ScoreClass.AVOIDABLE, 7.5,
                                ScoreClass.BLOCKED, 0.0,
                                ScoreClass.NECESSARY, 0.0,
                                ScoreClass.LAG, 0.1 + 0.2),
                        new Quantiles(1, 300L, 300L),
                        "policy"));
    }

    @Test
    void aRunIsScoredAgain() throws Exception {
        Run run = finished(run(0), tracked("a"), tracked("b", "f", null), skipped("c"));
        store.hold("run");
        assertThat(store.scoredOtherwise("policy")).isEmpty();
        assertThat(store.scoredOtherwise("new")).containsExactly(run);

        Score score = new Score(List.of(new ScoreComponent(ScoreClass.LAG, null, 4.25, "2 releases")), "new");
        store.scoreAgain(run.id(), Map.of("a", score));
        reopen();

        assertThat(store.scoredOtherwise("new")).isEmpty();
        assertThat(store.scoredOtherwise("policy")).containsExactly(run);
        assertThat(store.outcomes(run.id()))
                .filteredOn(Outcome.Tracked.class::isInstance)
                .extracting(outcome -> ((Outcome.Tracked) outcome).score())
                .containsExactly(score, null);
        RunSum sum = store.sums().get(0);
        assertThat(sum.policyHash()).isEqualTo("new");
        assertThat(sum.points()).containsEntry(ScoreClass.LAG, 4.25).containsEntry(ScoreClass.AVOIDABLE, 0.0);
    }

    @Test
    void aPrunedRunLeavesItsSums() throws Exception {
        finished(run(0), tracked("a", "old", score(1)), tracked("gone", "x", null), skipped("b"));
        finished(run(1), tracked("a", "new", score(2)), skipped("b"));
        finished(run(2), tracked("a", "new", score(3)), skipped("b"));
        List<RunSum> before = store.sums();

        Pruned pruned = store.prune(new Retention(2, null));

        assertThat(pruned).isEqualTo(new Pruned(1, 0, 3, 2, 0));
        assertThat(store.runs()).extracting(Run::id).containsExactly(run(2).id(), run(1).id());
        assertThat(store.run(run(0).id())).isEmpty();
        assertThat(store.outcomes(run(0).id())).isEmpty();
        assertThat(store.lastOutcome("gone")).isEmpty();
        assertThat(store.outcomes(run(1).id())).containsExactly(tracked("a", "new", score(2)), skipped("b"));
        assertThat(store.sums())
                .usingRecursiveComparison()
                .ignoringFields("forgotten")
                .isEqualTo(before);
        assertThat(store.sums()).extracting(RunSum::forgotten).containsExactly(true, false, false);
        assertThat(store.prune(new Retention(2, null))).isEqualTo(new Pruned(0, 0, 0, 0, 0));
    }

    @Test
    void prunesByDateToo() throws Exception {
        for (int night = 0; night < 4; night++) {
            finished(run(night), skipped("a"));
        }

        store.prune(new Retention(1, run(2).started()));

        assertThat(store.runs()).extracting(Run::id).containsExactly(run(3).id(), run(2).id());
    }

    @Test
    void prunesRunsThatDied() throws Exception {
        store.beginOrResume(run(0));
        store.write(run(0).id(), tracked("a"));
        finished(run(1), skipped("a"));
        store.beginOrResume(run(2));

        assertThat(store.prune(new Retention(1, null))).isEqualTo(new Pruned(0, 1, 1, 1, 0));

        assertThat(store.runs()).extracting(Run::id).containsExactly(run(2).id(), run(1).id());
        store.write(run(2).id(), skipped("a"));
    }

    @Test
    void prunesCachesThatAreOfNoUse() throws Exception {
        store.verdicts().put("used", Samples.upstream());
        store.verdicts().put("unused", Samples.conflicts());
        store.dates().put(Map.of("used", NIGHT, "unused", NIGHT));
        store.close();
        store = place.open(Clock.fixed(NIGHT.plusSeconds(20 * 86_400L), ZoneOffset.UTC));
        store.verdicts().find("used");
        store.dates().find(List.of("used"));
        store.close();
        store = place.open(Clock.fixed(NIGHT.plusSeconds(40 * 86_400L), ZoneOffset.UTC));

        assertThat(store.prune(new Retention(1, null)).cached()).isEqualTo(2);

        assertThat(store.verdicts().find("used")).isEqualTo(Optional.of(Samples.upstream()));
        assertThat(store.verdicts().find("unused")).isEmpty();
        assertThat(store.dates().find(List.of("used", "unused"))).containsOnlyKeys("used");
    }
}
