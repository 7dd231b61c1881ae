package dev.nearstream.score;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import java.util.Map;

/**
 * The weights of the score; {@code docs/score.md} has the formulae. Every policy that exists keeps the rules of {@link
 * PolicyRules}, so that what the score promises holds whatever the weights.
 *
 * @param kinds points of a delta of that kind before all factors; a weight for every kind
 * @param purposes a factor for every purpose
 * @param forwarding a factor for every claim
 * @param hash SHA-256 of the policy file, hexadecimal
 */
public record ScoringPolicy(
        Map<DeltaKind, Double> kinds,
        Map<Purpose, Double> purposes,
        Map<Forwarding, Double> forwarding,
        SizeWeights size,
        AgeWeights age,
        BlockedWeights blocked,
        AvoidableWeights avoidable,
        LagWeights lag,
        String hash) {

    /** What one doubling of each measure adds to the factor 1. */
    public record SizeWeights(double files, double lines, double hunks) {}

    /**
     * What age adds to the factor 1.
     *
     * @param perYear for each year that the recipe has carried the delta
     * @param years at which it stops to grow
     */
    public record AgeWeights(double perYear, double years) {}

    /** What is added to the factor of a delta that stands in the way of a bump. */
    public record BlockedWeights(double fuzz, double partly, double conflict) {}

    /**
     * What is added to the factor of a delta that is pure waste.
     *
     * @param atOnce on the first day; at least every weight of {@link BlockedWeights}
     * @param perDay for each day since it became avoidable
     * @param days at which it stops to grow
     */
    public record AvoidableWeights(double atOnce, double perDay, double days) {}

    /**
     * Points for releases not taken.
     *
     * @param releases for each doubling of (1 + releases behind)
     * @param perDay for each day since the first missed release
     * @param days at which that stops to grow
     * @param perLibyear for each libyear
     * @param libyears at which that stops to grow
     */
    public record LagWeights(double releases, double perDay, double days, double perLibyear, double libyears) {}

    /** @throws IllegalArgumentException where a weight is missing, out of range or out of order */
    public ScoringPolicy {
        kinds = Map.copyOf(kinds);
        purposes = Map.copyOf(purposes);
        forwarding = Map.copyOf(forwarding);
        PolicyRules.check(PolicyKeys.values(kinds, purposes, forwarding, size, age, blocked, avoidable, lag));
    }

    double kind(DeltaKind kind) {
        return kinds.getOrDefault(kind, 0.0);
    }

    double purpose(Purpose purpose) {
        return purposes.getOrDefault(purpose, 0.0);
    }

    double forwarding(Forwarding claim) {
        return forwarding.getOrDefault(claim, 0.0);
    }
}
