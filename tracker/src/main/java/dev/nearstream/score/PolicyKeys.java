package dev.nearstream.score;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of a policy file, {@code section.key}, and how a policy's weights go to them and come from them. */
final class PolicyKeys {
    static final Set<String> ALL = all();

    private PolicyKeys() {}

    private static Set<String> all() {
        Set<String> keys = new LinkedHashSet<>();
        Arrays.stream(DeltaKind.values()).map(kind -> "kind." + kind.label()).forEach(keys::add);
        Arrays.stream(Purpose.values())
                .map(purpose -> "purpose." + purpose.label())
                .forEach(keys::add);
        Arrays.stream(Forwarding.values())
                .map(claim -> "forwarding." + claim.label())
                .forEach(keys::add);
        Stream.of("files", "lines", "hunks").map("size."::concat).forEach(keys::add);
        Stream.of("per-year", "years").map("age."::concat).forEach(keys::add);
        Stream.of("fuzz", "partly", "conflict").map("blocked."::concat).forEach(keys::add);
        Stream.of("at-once", "per-day", "days").map("avoidable."::concat).forEach(keys::add);
        Stream.of("releases", "per-day", "days", "per-libyear", "libyears")
                .map("lag."::concat)
                .forEach(keys::add);
        return keys;
    }

    static Map<String, Double> values(
            Map<DeltaKind, Double> kinds,
            Map<Purpose, Double> purposes,
            Map<Forwarding, Double> forwarding,
            ScoringPolicy.SizeWeights size,
            ScoringPolicy.AgeWeights age,
            ScoringPolicy.BlockedWeights blocked,
            ScoringPolicy.AvoidableWeights avoidable,
            ScoringPolicy.LagWeights lag) {
        Map<String, Double> values = new LinkedHashMap<>();
        kinds.forEach((kind, weight) -> values.put("kind." + kind.label(), weight));
        purposes.forEach((purpose, weight) -> values.put("purpose." + purpose.label(), weight));
        forwarding.forEach((claim, weight) -> values.put("forwarding." + claim.label(), weight));
        values.put("size.files", size.files());
        values.put("size.lines", size.lines());
        values.put("size.hunks", size.hunks());
        values.put("age.per-year", age.perYear());
        values.put("age.years", age.years());
        values.put("blocked.fuzz", blocked.fuzz());
        values.put("blocked.partly", blocked.partly());
        values.put("blocked.conflict", blocked.conflict());
        values.put("avoidable.at-once", avoidable.atOnce());
        values.put("avoidable.per-day", avoidable.perDay());
        values.put("avoidable.days", avoidable.days());
        values.put("lag.releases", lag.releases());
        values.put("lag.per-day", lag.perDay());
        values.put("lag.days", lag.days());
        values.put("lag.per-libyear", lag.perLibyear());
        values.put("lag.libyears", lag.libyears());
        return values;
    }

    /** @param weight of a key; asked for every key of {@link #ALL} */
    static ScoringPolicy policy(Function<String, Double> weight, String hash) {
        Map<DeltaKind, Double> kinds = new EnumMap<>(DeltaKind.class);
        for (DeltaKind kind : DeltaKind.values()) {
            kinds.put(kind, weight.apply("kind." + kind.label()));
        }
        Map<Purpose, Double> purposes = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            purposes.put(purpose, weight.apply("purpose." + purpose.label()));
        }
        Map<Forwarding, Double> forwarding = new EnumMap<>(Forwarding.class);
        for (Forwarding claim : Forwarding.values()) {
            forwarding.put(claim, weight.apply("forwarding." + claim.label()));
        }
        return new ScoringPolicy(
                kinds,
                purposes,
                forwarding,
                new ScoringPolicy.SizeWeights(
                        weight.apply("size.files"), weight.apply("size.lines"), weight.apply("size.hunks")),
                new ScoringPolicy.AgeWeights(weight.apply("age.per-year"), weight.apply("age.years")),
                new ScoringPolicy.BlockedWeights(
                        weight.apply("blocked.fuzz"), weight.apply("blocked.partly"), weight.apply("blocked.conflict")),
                new ScoringPolicy.AvoidableWeights(
                        weight.apply("avoidable.at-once"),
                        weight.apply("avoidable.per-day"),
                        weight.apply("avoidable.days")),
                new ScoringPolicy.LagWeights(
                        weight.apply("lag.releases"),
                        weight.apply("lag.per-day"),
                        weight.apply("lag.days"),
                        weight.apply("lag.per-libyear"),
                        weight.apply("lag.libyears")),
                hash);
    }
}
