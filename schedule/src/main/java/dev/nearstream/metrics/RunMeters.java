package dev.nearstream.metrics;

import dev.nearstream.store.Outcome;
import dev.nearstream.tracker.Progress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How the daemon's runs go and have gone. */
final class RunMeters implements Progress {
    private final Map<NightEnd, Counter> ends = new EnumMap<>(NightEnd.class);
    private final AtomicInteger going = new AtomicInteger();
    private final AtomicInteger packages = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger success = new AtomicInteger(-1);
    private final Counter known;
    private final Counter reached;

    RunMeters(MeterRegistry registry) {
        for (NightEnd end : NightEnd.values()) {
            ends.put(
                    end,
                    Counter.builder(DaemonMetrics.PREFIX + "runs")
                            .description("Runs since the daemon's start, by how they ended")
                            .tag("outcome", end.label())
                            .register(registry));
        }
        gauge(registry, "run.going", "Whether a run is going on", going);
        gauge(registry, "run.packages", "Packages of the run that goes on, or was the last", packages);
        gauge(registry, "run.packages.done", "Those of them that are done", done);
        Gauge.builder(DaemonMetrics.PREFIX + "run.last.success", success, of -> of.get() < 0 ? Double.NaN : of.get())
                .description("Whether the last run that was not stopped was finished")
                .register(registry);
        known = lookups(registry, "hit");
        reached = lookups(registry, "miss");
    }

    private static Counter lookups(MeterRegistry registry, String result) {
        return Counter.builder(DaemonMetrics.PREFIX + "verdict.cache.lookups")
                .description("Verdicts of patches that were needed: known, or to be reached")
                .tag("result", result)
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicInteger value) {
        Gauge.builder(DaemonMetrics.PREFIX + name, value, AtomicInteger::get)
                .description(description)
                .register(registry);
    }

    /** The store has a finished run. */
    void finishedBefore() {
        success.compareAndSet(-1, 1);
    }

    void began() {
        going.set(1);
    }

    void ended(NightEnd end) {
        going.set(0);
        Counter counter = ends.get(end);
        if (counter != null) {
            counter.increment();
        }
        if (end != NightEnd.STOPPED) {
            success.set(end == NightEnd.FINISHED ? 1 : 0);
        }
    }

    @Override
    public void begin(int all, int before) {
        packages.set(all);
        done.set(before);
    }

    @Override
    public void done(Outcome outcome) {
        done.incrementAndGet();
    }

    @Override
    public void verdict(boolean wasKnown) {
        (wasKnown ? known : reached).increment();
    }

    @Override
    public void end() {}
}
