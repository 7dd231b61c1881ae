package dev.nearstream.cli;

import dev.nearstream.http.Traffic;
import dev.nearstream.metrics.DaemonMetrics;
import dev.nearstream.metrics.Health;
import dev.nearstream.metrics.ListenAddress;
import dev.nearstream.metrics.MetricsServer;
import dev.nearstream.metrics.NightEnd;
import dev.nearstream.metrics.NightObserver;
import dev.nearstream.metrics.StoreProbe;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.report.Night;
import dev.nearstream.schedule.CronTime;
import dev.nearstream.schedule.NightlySchedule;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What tells of the daemon over HTTP, where it is to. */
final class DaemonWatch implements NightObserver, AutoCloseable {
    private final AtomicReference<@Nullable NightlySchedule> schedule = new AtomicReference<>();
    private final ExecutorService looks = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "store-probe");
        thread.setDaemon(true);
        return thread;
    });
    private final DaemonMetrics metrics;
    private final Health health;
    private final MetricsServer server;

    /**
     * Listens from now on.
     *
     * @param store with what the nights before have left
     * @throws IOException where the address cannot be had
     */
    DaemonWatch(Workshop workshop, Settings settings, ListenAddress at, CronTime time, Store store, DaemonStore between)
            throws IOException {
        metrics = new DaemonMetrics(Workshop.mirrors(settings));
        metrics.next(() -> Optional.ofNullable(schedule.get()).flatMap(NightlySchedule::next));
        Instant last = store.latest().map(Run::started).orElse(null);
        health = new Health(
                time, workshop.clock(), last, this::runs, new StoreProbe(between::problem, looks, workshop.clock()));
        server = MetricsServer.start(at, metrics::text, health);
        metrics.remember(store);
    }

    private boolean runs() {
        NightlySchedule running = schedule.get();
        return running != null && running.runs();
    }

    /** Where it listens. */
    String address() {
        String host = server.address().getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.address().getPort();
    }

    /** The schedule has begun. */
    void started(NightlySchedule of) {
        schedule.set(of);
        metrics.measureMirrors();
    }

    void began() {
        metrics.began();
    }

    void ended(NightEnd end) {
        metrics.ended(end);
    }

    @Override
    public Progress progress() {
        return metrics.progress();
    }

    @Override
    public Traffic traffic() {
        return metrics.traffic();
    }

    @Override
    public void finished(Night night, Store store) {
        metrics.finished(night, store);
        health.finished(night.run().started());
    }

    @Override
    public void pulls(PullDashboard dashboard, Store store) {
        metrics.pulls(dashboard, store);
    }

    @Override
    public void close() {
        server.close();
        looks.shutdownNow();
        metrics.close();
    }
}
