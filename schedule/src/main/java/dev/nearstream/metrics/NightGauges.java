package dev.nearstream.metrics;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.score.ScoreClass;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The last finished night. Every label is there from the start; without a night the values are NaN. */
final class NightGauges {
    private final AtomicReference<@Nullable NightNumbers> last = new AtomicReference<>();
    private final MeterRegistry registry;

    NightGauges(MeterRegistry registry) {
        this.registry = registry;
        add("run.last.start.timestamp", "seconds", "When the last finished run began", NightNumbers::start);
        add("run.last.end.timestamp", "seconds", "When the last finished run ended", NightNumbers::end);
        add("run.last.duration", "seconds", "From its beginning to its end", NightNumbers::duration);
        packages();
        for (ScoreClass one : ScoreClass.values()) {
            add("points", "Points by class", Tags.of("class", one.label()), of -> of.points(one));
        }
        add("alignment.ratio", null, "Aligned packages of the assessed", NightNumbers::alignment);
        add("coverage.ratio", null, "Assessed packages of all", NightNumbers::coverage);
        for (DeltaKind kind : DeltaKind.values()) {
            add(
                    "deltas",
                    "Local changes by kind",
                    Tags.of("kind", kind.label()),
                    of -> of.deltas().getOrDefault(kind, 0));
        }
        String droppable = "Local changes that upstream has, at the packaged version or from the newest release on";
        add("deltas.droppable", droppable, Tags.of("at", "packaged"), NightNumbers::droppableNow);
        add("deltas.droppable", droppable, Tags.of("at", "newest"), NightNumbers::droppableAtNewest);
        add("deltas.breaking", null, "Local changes that do not apply at the newest release", NightNumbers::breaking);
    }

    void set(NightNumbers numbers) {
        last.set(numbers);
    }

    private void packages() {
        String packages = "Packages by state";
        add(
                "packages",
                packages,
                Tags.of("state", "assessed"),
                of -> of.totals().scored());
        add(
                "packages",
                packages,
                Tags.of("state", "not scored"),
                of -> of.totals().tracked() - of.totals().scored());
        add("packages", packages, Tags.of("state", "skipped"), of -> of.totals().skipped());
        add("packages", packages, Tags.of("state", "failed"), of -> of.totals().failed());
        TreeSet<String> stages = new TreeSet<>(NightNumbers.STAGES);
        stages.add(NightNumbers.OTHER);
        for (String stage : stages) {
            add(
                    "packages.failed",
                    "Failed packages by stage",
                    Tags.of("stage", stage),
                    of -> of.failures().getOrDefault(stage, 0));
        }
    }

    private void add(String name, String description, Tags tags, ToDoubleFunction<NightNumbers> value) {
        builder(name, description, value).tags(tags).register(registry);
    }

    private void add(String name, @Nullable String unit, String description, ToDoubleFunction<NightNumbers> value) {
        builder(name, description, value).baseUnit(unit).register(registry);
    }

    private Gauge.Builder<?> builder(String name, String description, ToDoubleFunction<NightNumbers> value) {
        return Gauge.builder(DaemonMetrics.PREFIX + name, last, of -> {
                    NightNumbers numbers = of.get();
                    return numbers == null ? Double.NaN : value.applyAsDouble(numbers);
                })
                .description(description);
    }
}
