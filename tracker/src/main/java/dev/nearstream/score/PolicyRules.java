package dev.nearstream.score;

import java.util.List;
import java.util.Map;

/**
 * What every policy keeps, whatever its weights: each is a number within its range; upstream's having a delta costs at
 * least as much as any other state of it; security and hardening weigh no more than convenience, and that no more than
 * what has no stated reason; what was not sent weighs at least as much as what was.
 */
final class PolicyRules {
    static final double MAX_WEIGHT = 1000;
    private static final double MAX_DAYS = 36_500;
    private static final double MAX_YEARS = 100;
    private static final List<String> URGENT = List.of("purpose.security", "purpose.hardening");
    private static final List<String> CONVENIENT =
            List.of("purpose.build", "purpose.test", "purpose.configuration", "purpose.dependency", "purpose.feature");

    private PolicyRules() {}

    /** A weight that no policy may have. */
    static final class BrokenRule extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String key;

        BrokenRule(String key, String message) {
            super(key + " " + message);
            this.key = key;
        }

        /** {@code section.key}. */
        String key() {
            return key;
        }
    }

    static double max(String key) {
        if (key.endsWith(".days")) {
            return MAX_DAYS;
        }
        return key.endsWith("years") ? MAX_YEARS : MAX_WEIGHT;
    }

    static void check(Map<String, Double> weights) {
        for (String key : PolicyKeys.ALL) {
            Double weight = weights.get(key);
            if (weight == null) {
                throw new BrokenRule(key, "is missing; every key must be there, 0 switches it off");
            }
            if (!(weight >= 0 && weight <= max(key))) {
                throw new BrokenRule(key, "must be " + range(key) + ", not " + weight);
            }
        }
        for (String blocked : List.of("blocked.fuzz", "blocked.partly", "blocked.conflict")) {
            atLeast(
                    weights,
                    "avoidable.at-once",
                    blocked,
                    "what upstream has never weighs less than what blocks a bump");
        }
        for (String convenient : CONVENIENT) {
            for (String urgent : URGENT) {
                atLeast(weights, convenient, urgent, "security and hardening weigh least");
            }
            atLeast(weights, "purpose.unknown", convenient, "what has no stated reason weighs most");
        }
        atLeast(weights, "forwarding.unstated", "forwarding.sent", "what was sent upstream weighs least");
        atLeast(weights, "forwarding.not-sent", "forwarding.unstated", "what was never sent upstream weighs most");
    }

    static String range(String key) {
        return "a number from 0 to " + (long) max(key) + ", like 2.5";
    }

    private static void atLeast(Map<String, Double> weights, String key, String lower, String why) {
        double least = weights.getOrDefault(lower, 0.0);
        double weight = weights.getOrDefault(key, 0.0);
        if (weight < least) {
            throw new BrokenRule(key, "must be at least " + lower + " (" + least + "), not " + weight + ": " + why);
        }
    }
}
