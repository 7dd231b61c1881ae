package dev.nearstream.metrics;

import java.util.Locale;

/** How a night of the daemon ended. */
public enum NightEnd {
    FINISHED,
    /** it was asked to stop; the next goes on from there */
    STOPPED,
    /** another process was at a run on the same store */
    BUSY,
    FAILED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
