package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.store.Outcome;
import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.UpstreamException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A package that takes too long has failed, one in hand at a stop is as if it had not begun; the others go on. */
@Timeout(120)
class CancelledPackagesTest {
    private final Nights nights;
    private final HandAlarm alarm = new HandAlarm();
    private final Stop stop = new Stop();
    private final Done done = new Done();

    CancelledPackagesTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
    }

    @BeforeEach
    void makePackages() throws Exception {
        for (String name : List.of("fast", "slow", "zlib")) {
            try (FixtureRepository upstream = nights.upstream(name)) {
                upstream.file("f", "a\n").commit("One");
                upstream.tag("1.0");
            }
            nights.recipe(name, "1.0").file(name + "/x.patch", Nights.change("f", "a", "b"));
        }
    }

    @AfterEach
    void close() {
        nights.close();
    }

    /** Remembers the packages done. */
    private static final class Done implements Progress {
        private final List<String> packages = new ArrayList<>();

        @Override
        public void begin(int packages, int before) {}

        @Override
        public synchronized void done(Outcome outcome) {
            packages.add(outcome.packageName());
        }

        @Override
        public void end() {}
    }

    /** What happens while an upstream is asked for. */
    private interface Happening {
        void happens();
    }

    private void slowly(Happening happening) {
        slowly("upstream", happening);
    }

    /** That happens where the package slow first asks for its upstream in that stage. */
    private void slowly(String stage, Happening happening) {
        AtomicBoolean happened = new AtomicBoolean();
        nights.through(upstreams -> new Upstreams() {
            @Override
            public Mirror open(String declaredUrl) throws UpstreamException {
                boolean there = declaredUrl.equals(Nights.url("slow"))
                        && Task.current().step().stage().equals(stage);
                if (there && happened.compareAndSet(false, true)) {
                    happening.happens();
                }
                return upstreams.open(declaredUrl);
            }
        });
    }

    /** As a merge of two large files, that looks whether it was cancelled. */
    private static void work() {
        while (true) {
            Task.check();
        }
    }

    private RunSummary run(int jobs) throws Exception {
        return nights.run("2024-02-01", stop, done, jobs, alarm);
    }

    @Test
    void aPackageWhoseTimeIsOverHasFailedAndTheNextIsTracked() throws Exception {
        slowly(() -> {
            alarm.pass(Nights.LIMIT);
            work();
        });
        RunSummary summary = run(1);
        assertThat(summary.complete()).isTrue();
        assertThat(done.packages).containsExactly("fast", "slow", "zlib");
        assertThat(nights.outcome("slow"))
                .isEqualTo(new Outcome.Failed(
                        "slow",
                        "slow.yaml",
                        "upstream",
                        "not done within 10 minutes, the time limit of a package; the last thing begun was: reading what"
                                + " its upstreams have. A larger timeouts.package, or --package-timeout, gives it"
                                + " more"));
        assertThat(nights.outcome("zlib")).isInstanceOf(Outcome.Tracked.class);
    }

    @Test
    void theStageIsTheOneThatTookTheTime() throws Exception {
        slowly("deltas", () -> {
            alarm.pass(Nights.LIMIT);
            work();
        });
        run(1);
        assertThat(nights.outcome("slow")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stage()).isEqualTo("deltas");
            assertThat(failed.message()).contains("was: its sources at the packaged version");
        });
    }

    @Test
    void aMomentBeforeItsTimeIsOverAPackageGoesOn() throws Exception {
        slowly(() -> alarm.pass(Nights.LIMIT.minusNanos(1)));
        run(1);
        assertThat(nights.outcome("slow")).isInstanceOf(Outcome.Tracked.class);
    }

    @Test
    void theNextPackageHasAllItsTime() throws Exception {
        slowly(() -> alarm.pass(Nights.LIMIT.minusNanos(1)));
        run(1);
        alarm.pass(Nights.LIMIT); // of a package that is done: nothing hears it
        assertThat(nights.outcome("slow")).isInstanceOf(Outcome.Tracked.class);
        assertThat(nights.outcome("zlib")).isInstanceOf(Outcome.Tracked.class);
    }

    @Test
    void aPackageThatDoesNotNoticeIsLeftBehindAndTheNextIsTracked() throws Exception {
        CountDownLatch theEnd = new CountDownLatch(1);
        CountDownLatch returned = new CountDownLatch(1);
        slowly(() -> {
            alarm.pass(Nights.LIMIT.plus(PackageWorkers.NOTICE));
            try {
                theEnd.await(); // a loop in which nobody has thought of looking
            } catch (InterruptedException e) {
                throw new AssertionError("a worker was interrupted", e);
            } finally {
                returned.countDown();
            }
        });
        RunSummary summary = run(1);
        theEnd.countDown();
        returned.await();
        assertThat(summary.complete()).isTrue();
        assertThat(done.packages).containsExactly("fast", "slow", "zlib");
        assertThat(nights.outcome("slow")).isInstanceOf(Outcome.Failed.class);
        assertThat(nights.outcome("zlib")).isInstanceOf(Outcome.Tracked.class);
    }

    @Test
    void aStopAbandonsWhatIsInHandAndTheNextRunDoesIt() throws Exception {
        slowly(() -> {
            stop.ask();
            alarm.pass(PackageWorkers.GRACE);
            work();
        });
        RunSummary stopped = run(1);
        assertThat(stopped.complete()).isFalse();
        assertThat(done.packages).containsExactly("fast");
        assertThat(nights.store().done(stopped.run().id())).containsExactly("fast");

        nights.through(upstreams -> upstreams);
        RunSummary resumed = nights.run("2024-02-01", new Stop(), done, 1, alarm);
        assertThat(resumed.run().id()).isEqualTo(stopped.run().id());
        assertThat(resumed.complete()).isTrue();
        assertThat(done.packages).containsExactly("fast", "slow", "zlib");
        assertThat(nights.outcome("slow")).isInstanceOf(Outcome.Tracked.class);
    }

    @Test
    void aPackageThatIsDoneWithinTheGraceIsWritten() throws Exception {
        slowly(() -> {
            stop.ask();
            alarm.pass(PackageWorkers.GRACE.minusNanos(1));
        });
        RunSummary stopped = run(1);
        assertThat(stopped.complete()).isFalse();
        assertThat(nights.store().done(stopped.run().id())).containsExactlyInAnyOrder("fast", "slow");
    }

    @Test
    void aStopDoesNotWaitForWhatDoesNotNotice() throws Exception {
        CountDownLatch theEnd = new CountDownLatch(1);
        slowly(() -> {
            stop.ask();
            alarm.pass(PackageWorkers.GRACE.plus(PackageWorkers.NOTICE));
            try {
                theEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError("a worker was interrupted", e);
            }
        });
        RunSummary stopped = run(1);
        theEnd.countDown();
        assertThat(stopped.complete()).isFalse();
        assertThat(nights.store().done(stopped.run().id())).containsExactly("fast");
    }

    @Test
    void aStopBeforeTheFirstPackageLeavesAllOfThem() throws Exception {
        stop.ask();
        RunSummary stopped = run(2);
        assertThat(stopped.complete()).isFalse();
        assertThat(done.packages).isEmpty();
    }

    @Test
    void aStopAfterTheLastPackageLeavesACompleteRun() throws Exception {
        nights.file("slow.yaml", "package: {name: slow, version: \"1.0\", epoch: 0}\n");
        RunSummary summary = nights.run("2024-02-01", stop, Progress.SILENT, 2, alarm);
        stop.ask();
        assertThat(summary.complete()).isTrue();
    }
}
