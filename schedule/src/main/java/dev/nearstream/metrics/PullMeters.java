package dev.nearstream.metrics;

import dev.nearstream.pull.PullDashboard;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The pull requests. */
final class PullMeters {
    /** What happens once; the others say each night how it stands. */
    private static final List<Deed> EVENTS = List.of(Deed.OPENED, Deed.UPDATED, Deed.CLOSED, Deed.MERGED, Deed.FAILED);

    private final Map<Deed, Counter> deeds = new EnumMap<>(Deed.class);
    private final AtomicReference<Double> open = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> complete = new AtomicReference<>(Double.NaN);

    PullMeters(MeterRegistry registry) {
        for (Deed deed : EVENTS) {
            deeds.put(
                    deed,
                    Counter.builder(DaemonMetrics.PREFIX + "pull.requests")
                            .description("Pull requests since the daemon's start, by what was done")
                            .tag("outcome", deed.label())
                            .register(registry));
        }
        gauge(registry, "pull.requests.open", "Pull requests that are open", open);
        gauge(registry, "pull.requests.last.success", "Whether the forge could be asked to the end", complete);
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicReference<Double> value) {
        Gauge.builder(DaemonMetrics.PREFIX + name, value, AtomicReference::get)
                .description(description)
                .register(registry);
    }

    /** Several packages may share one, as they share its branch. */
    void count(PullRequests records) {
        open.set((double) records.open().stream()
                .map(PullRequestRecord::branch)
                .distinct()
                .count());
    }

    void of(PullDashboard dashboard) {
        deeds.forEach((deed, counter) -> counter.increment((double) dashboard.count(deed)));
        complete.set(dashboard.ended() == null ? 1.0 : 0.0);
    }
}
