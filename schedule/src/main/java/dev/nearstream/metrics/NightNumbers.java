package dev.nearstream.metrics;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Totals;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finished night in numbers, those of its report.
 *
 * @param failures by stage; a stage that is none of {@link #STAGES} is {@link #OTHER}
 */
record NightNumbers(
        Run run,
        Totals totals,
        int droppableNow,
        int droppableAtNewest,
        int breaking,
        Map<String, Integer> failures,
        Map<DeltaKind, Integer> deltas) {
    /** Where packages fail: labels are few, whatever a store holds. */
    static final Set<String> STAGES = Set.of("recipe", "upstream", "delta", "internal");

    static final String OTHER = "other";

    NightNumbers {
        failures = Map.copyOf(failures);
        deltas = Map.copyOf(deltas);
    }

    static NightNumbers of(Night night) {
        NightReport report = NightReport.of(night, null, ZoneOffset.UTC);
        Map<String, Integer> failures = new HashMap<>();
        night.failed()
                .forEach(one -> failures.merge(STAGES.contains(one.stage()) ? one.stage() : OTHER, 1, Integer::sum));
        Map<DeltaKind, Integer> deltas = new EnumMap<>(DeltaKind.class);
        night.deltas().forEach(one -> deltas.merge(one.delta().kind(), 1, Integer::sum));
        return new NightNumbers(
                night.run(),
                report.totals(),
                report.dropNow().size(),
                report.dropAtBump().size(),
                report.breaking().size(),
                failures,
                deltas);
    }

    double start() {
        return seconds(run.started());
    }

    double end() {
        return seconds(run.finished());
    }

    double duration() {
        Instant finished = run.finished();
        return finished == null
                ? Double.NaN
                : Duration.between(run.started(), finished).toMillis() / 1000.0;
    }

    double points(ScoreClass one) {
        return totals.points().getOrDefault(one, 0.0);
    }

    /** NaN where nothing was assessed, as {@link #coverage} where there are no packages. */
    double alignment() {
        return (double) totals.aligned() / totals.scored();
    }

    double coverage() {
        return (double) totals.scored() / totals.packages();
    }

    /** Since 1970, as Prometheus has times. */
    static double seconds(@Nullable Instant when) {
        return when == null ? Double.NaN : when.toEpochMilli() / 1000.0;
    }
}
