package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.pull.PullDashboard;
import dev.nearstream.pull.PullLine;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** The one value of a meter; of a label's where one is given. */
    private double value(String name, String... labels) {
        Meter meter = registry.get("nearstream." + name).tags(labels).meter();
        return meter.measure().iterator().next().getValue();
    }

    @Test
    void aStoppedRunIsNeitherASuccessNorAFailure() {
        RunMeters runs = new RunMeters(registry);
        assertThat(value("run.last.success")).isNaN();

        runs.began();
        assertThat(value("run.going")).isOne();
        runs.ended(NightEnd.STOPPED);
        assertThat(value("run.going")).isZero();
        assertThat(value("run.last.success")).isNaN();
        runs.ended(NightEnd.FAILED);
        runs.ended(NightEnd.STOPPED);
        assertThat(value("run.last.success")).isZero();
        runs.ended(NightEnd.FINISHED);
        assertThat(value("run.last.success")).isOne();
        runs.ended(NightEnd.BUSY);
        assertThat(value("run.last.success")).isZero();
        assertThat(value("runs", "outcome", "stopped")).isEqualTo(2);
    }

    @Test
    void whatTheStoreHasOfEarlierNightsHidesNoFailureOfThisDaemon() {
        RunMeters runs = new RunMeters(registry);
        runs.ended(NightEnd.FAILED);
        runs.finishedBefore();
        assertThat(value("run.last.success")).isZero();
    }

    @Test
    void requestsAreCountedByTheirStatusesClass() {
        TrafficMeters traffic = new TrafficMeters(registry);
        for (int status : new int[] {100, 200, 204, 301, 404, 429, 410, 503, 0, 999}) {
            traffic.answered(status);
        }
        traffic.unanswered();
        traffic.retried();
        traffic.exchanged(Duration.ofMillis(1500));

        assertThat(value("http.requests", "status", "1xx")).isEqualTo(1);
        assertThat(value("http.requests", "status", "2xx")).isEqualTo(2);
        assertThat(value("http.requests", "status", "3xx")).isEqualTo(1);
        assertThat(value("http.requests", "status", "4xx")).isEqualTo(3);
        assertThat(value("http.requests", "status", "5xx")).isEqualTo(1);
        assertThat(value("http.requests", "status", "none"))
                .as("one without an answer, two without a class")
                .isEqualTo(3);
        assertThat(value("http.retries")).isEqualTo(1);
        assertThat(registry.get("nearstream.git.operation").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(1.5);
    }

    @Test
    void pullRequestsAreCountedByWhatWasDone() {
        PullMeters pulls = new PullMeters(registry);
        pulls.of(dashboard(
                null, PullLine.Deed.OPENED, PullLine.Deed.OPENED, PullLine.Deed.MERGED, PullLine.Deed.UNCHANGED));
        assertThat(value("pull.requests", "outcome", "opened")).isEqualTo(2);
        assertThat(value("pull.requests", "outcome", "merged")).isEqualTo(1);
        assertThat(value("pull.requests", "outcome", "failed")).isZero();
        assertThat(value("pull.requests.last.success")).isOne();

        pulls.of(dashboard("the forge is away", PullLine.Deed.FAILED));
        assertThat(value("pull.requests", "outcome", "failed")).isEqualTo(1);
        assertThat(value("pull.requests.last.success")).isZero();
    }

    private static PullDashboard dashboard(@Nullable String ended, PullLine.Deed... deeds) {
        List<PullLine> lines = new ArrayList<>();
        for (PullLine.Deed deed : deeds) {
            lines.add(new PullLine("x", "2", deed, "", null, null));
        }
        return PullDashboard.of(lines, false, ended);
    }
}
