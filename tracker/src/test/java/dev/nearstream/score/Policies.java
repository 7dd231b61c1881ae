package dev.nearstream.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Policies that the rules admit. */
final class Policies {
    private static final List<String> PURPOSES = List.of(
            "purpose.security",
            "purpose.hardening",
            "purpose.dependency",
            "purpose.build",
            "purpose.test",
            "purpose.configuration",
            "purpose.feature",
            "purpose.unknown");
    private static final List<String> FORWARDING =
            List.of("forwarding.sent", "forwarding.unstated", "forwarding.not-sent");
    private static final List<String> STATES =
            List.of("blocked.fuzz", "blocked.partly", "blocked.conflict", "avoidable.at-once");

    private Policies() {}

    static Arbitrary<ScoringPolicy> admitted() {
        return Arbitraries.doubles()
                .between(0, 1000)
                .list()
                .ofSize(PolicyKeys.ALL.size())
                .map(numbers -> policy(numbers));
    }

    private static ScoringPolicy policy(List<Double> numbers) {
        Map<String, Double> weights = new TreeMap<>();
        int i = 0;
        for (String key : PolicyKeys.ALL) {
            weights.put(key, Math.min(numbers.get(i++), PolicyRules.max(key)));
        }
        List.of(PURPOSES, FORWARDING, STATES).forEach(keys -> inOrder(weights, keys));
        return PolicyKeys.policy(key -> weights.getOrDefault(key, 0.0), "0".repeat(64));
    }

    private static void inOrder(Map<String, Double> weights, List<String> keys) {
        List<Double> sorted = keys.stream()
                .map(key -> weights.getOrDefault(key, 0.0))
                .sorted()
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            weights.put(keys.get(i), sorted.get(i));
        }
    }
}
