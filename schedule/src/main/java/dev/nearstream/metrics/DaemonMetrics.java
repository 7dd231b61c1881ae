package dev.nearstream.metrics;

import dev.nearstream.http.Traffic;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.report.Night;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What the daemon counts: docs/metrics.md has every name. Safe for several threads. */
public final class DaemonMetrics implements NightObserver, AutoCloseable {
    static final String PREFIX = "nearstream.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final NightGauges night = new NightGauges(registry);
    private final RunMeters runs = new RunMeters(registry);
    private final TrafficMeters traffic = new TrafficMeters(registry);
    private final PullMeters pulls = new PullMeters(registry);
    private volatile Supplier<Optional<Instant>> next = Optional::empty;
    private final DiskSizes sizes;

    /**
     * Of a daemon that has done nothing yet.
     *
     * @param mirrors the directory whose size is told
     */
    public DaemonMetrics(Path mirrors) {
        sizes = new DiskSizes(registry, mirrors);
        Gauge.builder(PREFIX + "next.run.timestamp", this, DaemonMetrics::due)
                .baseUnit("seconds")
                .description("When the next run is due")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** All of it, in Prometheus' text format. */
    public String text() {
        return registry.scrape(MetricsServer.PROMETHEUS);
    }

    /** What the store has of the nights before the daemon's start. */
    public void remember(Store store) {
        store.latest().ifPresent(run -> {
            night.set(NightNumbers.of(Night.read(store, run)));
            runs.finishedBefore();
        });
        sizes.store(store.bytes());
        pulls.count(store.pullRequests());
    }

    /** Looks how large the mirrors are, which may take a while. */
    public void measureMirrors() {
        sizes.measureMirrors();
    }

    /** Whom to ask when the next run is due. */
    public void next(Supplier<Optional<Instant>> due) {
        next = due;
    }

    private double due() {
        return NightNumbers.seconds(next.get().orElse(null));
    }

    /** A night begins. */
    public void began() {
        runs.began();
    }

    /** A night has ended. */
    public void ended(NightEnd end) {
        runs.ended(end);
        if (end != NightEnd.STOPPED) { // nobody who stops it waits for that
            sizes.measureMirrors();
        }
    }

    @Override
    public Progress progress() {
        return runs;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void finished(Night of, Store store) {
        night.set(NightNumbers.of(of));
        sizes.store(store.bytes());
        pulls.count(store.pullRequests());
    }

    @Override
    public void pulls(PullDashboard dashboard, Store store) {
        pulls.of(dashboard);
        pulls.count(store.pullRequests());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
