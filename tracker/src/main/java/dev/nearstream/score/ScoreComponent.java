package dev.nearstream.score;

import org.jspecify.annotations.Nullable;

/**
 * One reason for points.
 *
 * @param delta the id of the delta it is about, of a family the heaviest member's; null for lag
 * @param points at least 0
 * @param reason one line for a person
 */
public record ScoreComponent(
        ScoreClass scoreClass, @Nullable String delta, double points, String reason) {

    public ScoreComponent {
        if (!(points >= 0) || Double.isInfinite(points)) {
            throw new IllegalArgumentException("points must be finite and at least 0: " + points);
        }
    }
}
