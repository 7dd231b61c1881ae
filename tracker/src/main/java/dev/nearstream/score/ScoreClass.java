package dev.nearstream.score;

import java.util.Locale;

/** The four classes of points: they ask for different deeds. */
public enum ScoreClass {
    /** upstream has it, it does nothing any more, or no step uses it */
    AVOIDABLE,
    /** breaks at the newest release, or needs fuzz and will break soon */
    BLOCKED,
    /** still needed */
    NECESSARY,
    /** releases that were not taken */
    LAG;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
