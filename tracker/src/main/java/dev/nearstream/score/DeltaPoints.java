package dev.nearstream.score;

import org.jspecify.annotations.Nullable;

/**
 * The points of one delta on its own: kind × size × (purpose × forwarding × age + what its state adds). What the state
 * adds is ordered by {@link PolicyRules}: nothing, blocked, avoidable.
 */
final class DeltaPoints {
    private static final double DAYS_PER_YEAR = 365.25;
    private final ScoringPolicy policy;

    DeltaPoints(ScoringPolicy policy) {
        this.policy = policy;
    }

    /** At least 0 and finite; 0 where the state is unknown. */
    double of(DeltaFacts delta) {
        if (delta.state() == DeltaState.UNKNOWN) {
            return 0;
        }
        double need = policy.purpose(delta.purpose()) * policy.forwarding(delta.forwarding()) * age(delta.ageDays());
        return policy.kind(delta.kind()) * size(delta.size()) * (need + added(delta));
    }

    /** Sub-linear: each doubling adds the same. */
    private double size(DeltaFacts.Size size) {
        return 1
                + policy.size().files() * doublings(size.files())
                + policy.size().lines() * doublings(size.lines())
                + policy.size().hunks() * doublings(size.hunks());
    }

    private double age(@Nullable Long days) {
        return 1 + policy.age().perYear() * atMost(days, policy.age().years() * DAYS_PER_YEAR) / DAYS_PER_YEAR;
    }

    private double added(DeltaFacts delta) {
        return switch (delta.state()) {
            case NECESSARY, UNKNOWN -> 0;
            case FUZZ -> policy.blocked().fuzz();
            case PARTLY -> policy.blocked().partly();
            case CONFLICT -> policy.blocked().conflict();
            case UPSTREAM, DEAD, UNUSED ->
                policy.avoidable().atOnce()
                        + policy.avoidable().perDay()
                                * atMost(
                                        delta.avoidableDays(),
                                        policy.avoidable().days());
        };
    }

    /** log2(1 + n). */
    static double doublings(long n) {
        return Math.log1p((double) n) / Math.log(2);
    }

    /** The number within 0 and the most; 0 where it is unknown. */
    static double atMost(@Nullable Number number, double most) {
        return number == null ? 0 : Math.max(0, Math.min(number.doubleValue(), most));
    }
}
