package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.task.Stop;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All packages of a run: one's failure is its own, and each is done once. */
class TrackingRunTest {
    private final Nights nights;

    TrackingRunTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
    }

    @AfterEach
    void close() {
        nights.close();
    }

    private void pkg(String name) throws Exception {
        try (FixtureRepository upstream = nights.upstream(name)) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.recipe(name, "1.0").file(name + "/x.patch", Nights.change("f", "a", "b"));
    }

    /** Remembers the packages done, and asks to stop after a number of them. */
    private static final class Stopping implements Progress {
        private final List<String> done = new ArrayList<>();
        private final Stop stop = new Stop();
        private final int after;
        private String begun = "";

        Stopping(int after) {
            this.after = after;
        }

        @Override
        public void begin(int packages, int before) {
            begun = before + " of " + packages;
        }

        @Override
        public void done(Outcome outcome) {
            done.add(outcome.packageName());
            if (done.size() == after) {
                stop.ask();
            }
        }

        @Override
        public void end() {
            begun += ", ended";
        }
    }

    @Test
    void aStoppedRunIsResumedAndDoesEachPackageOnce() throws Exception {
        pkg("one");
        pkg("two");
        pkg("three");
        Stopping first = new Stopping(2);
        RunSummary stopped = nights.run("2024-02-01", first.stop, first);
        assertThat(first.done).containsExactly("one", "three");
        assertThat(first.begun).isEqualTo("0 of 3, ended");
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.run().finished()).isNull();
        assertThat(nights.store().latest()).isEmpty();

        Stopping second = new Stopping(9);
        RunSummary resumed = nights.run("2024-02-01", second.stop, second);
        assertThat(second.done).containsExactly("two");
        assertThat(second.begun).isEqualTo("2 of 3, ended");
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.complete()).isTrue();
        assertThat(resumed.run().id()).isEqualTo(stopped.run().id());
        assertThat(nights.store().outcomes(resumed.run().id())).hasSize(3);
        assertThat(nights.store().latest()).map(Run::id).contains(stopped.run().id());
    }

    @Test
    void aRunThatIsResumedSaysEachBrokenRecipeOnce() throws Exception {
        pkg("one");
        pkg("two");
        nights.file("bad.yaml", "package: [\n");
        Stopping first = new Stopping(2);
        nights.run("2024-02-01", first.stop, first);
        assertThat(first.done).containsExactly("bad", "one");
        Stopping second = new Stopping(9);
        nights.run("2024-02-01", second.stop, second);
        assertThat(second.done).containsExactly("two");
        assertThat(second.begun).isEqualTo("2 of 3, ended");
    }

    @Test
    void anUpstreamThatCannotBeReadFailsItsPackageAlone() throws Exception {
        pkg("fine");
        nights.recipe("gone", "1.0").file("gone/x.patch", Nights.change("f", "a", "b"));
        RunSummary summary = nights.run("2024-02-01");
        assertThat(summary.complete()).isTrue();
        assertThat(nights.outcome("fine")).isInstanceOf(Outcome.Tracked.class);
        assertThat(nights.outcome("gone")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stage()).isEqualTo("upstream");
            assertThat(failed.recipe()).isEqualTo("gone.yaml");
            assertThat(failed.message()).contains(Nights.url("gone")).doesNotContain("\n");
        });
    }

    @Test
    void aUrlThatIsNeverReadFailsItsPackageAlone() throws Exception {
        pkg("fine");
        pkg("local");
        nights.file("local.yaml", """
                package: {name: local, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "file:///etc", tag: "1.0"}
                update: {git: {}}
                """);
        nights.run("2024-02-01");
        assertThat(nights.outcome("fine")).isInstanceOf(Outcome.Tracked.class);
        assertThat(nights.outcome("local")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aRecipeThatIsBrokenIsAFailedOutcome() throws Exception {
        pkg("fine");
        nights.file("bad.yaml", "package:\n\tname: x\n");
        nights.run("2024-02-01");
        assertThat(nights.outcome("fine")).isInstanceOf(Outcome.Tracked.class);
        assertThat(nights.outcome("bad")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stage()).isEqualTo("recipe");
            assertThat(failed.message()).startsWith("bad.yaml:2:1: ");
        });
    }

    @Test
    void aBrokenRecipeHidesNoPackageOfItsFilesName() throws Exception {
        pkg("x");
        nights.file("x.yaml", "package: {name: y, version: '1.0', epoch: 0}\n");
        nights.file("y.yaml", "package: [\n");
        RunSummary summary = nights.run("2024-02-01");
        assertThat(nights.store().outcomes(summary.run().id()))
                .extracting(Outcome::packageName)
                .containsExactly("y", "y.yaml");
    }

    @Test
    void withNothingToHoldAgainstAnUpstreamAPackageIsSkipped() throws Exception {
        nights.file("plain.yaml", "package: {name: plain, version: \"1.0\", epoch: 0}\n");
        nights.run("2024-02-01");
        assertThat(nights.outcome("plain"))
                .isEqualTo(new Outcome.Skipped("plain", "plain.yaml", "the recipe has no update block"));
    }

    @Test
    void whatFailedForAPassingReasonIsLookedAtAgain() throws Exception {
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "1.0"}
                  - uses: patch
                    with: {patches: x.patch}
                """.formatted(Nights.url("pkg")));
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        nights.run("2024-02-01");
        assertThat(nights.delta("pkg").now()).isNull();
        assertThat(nights.delta("pkg").notAssessed()).contains(Nights.url("pkg"));
        assertThat(nights.tracked("pkg").fingerprint()).isEmpty();
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.run("2024-02-02");
        assertThat(nights.delta("pkg").now()).isNotNull();
    }
}
