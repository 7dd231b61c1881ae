package dev.nearstream.score;

/** A package's points by class, without their reasons. */
public record Points(double avoidable, double blocked, double necessary, double lag) {

    public double total() {
        return ofDeltas() + lag;
    }

    /** All but the lag. */
    public double ofDeltas() {
        return avoidable + blocked + necessary;
    }
}
