package dev.nearstream.report;

import dev.nearstream.score.ScoreClass;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a package has other points than before.
 *
 * @param points how many more; fewer are below 0
 * @param scoreClass that it is counted in now, or was in where it is gone
 * @param kind what became of it
 * @param reason of the points now, or of those that are gone; one line from outside
 * @param before the reason or the class of the points before, where it tells more; one line from outside
 */
public record ScoreCause(
        double points,
        ScoreClass scoreClass,
        Kind kind,
        String reason,
        @Nullable String before) {

    /** What became of a delta or of the lag. */
    public enum Kind {
        NEW,
        GONE,
        CHANGED
    }
}
