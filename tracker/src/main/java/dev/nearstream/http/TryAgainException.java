package dev.nearstream.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure that may be gone at the next attempt. */
final class TryAgainException extends Exception {
    private static final long serialVersionUID = 1L;

    private final WebException problem;
    private final @Nullable Duration after;
    private final boolean refused;

    /**
     * @param problem what is told if it is not gone
     * @param after how long the server asks to wait, or null
     */
    TryAgainException(WebException problem, @Nullable Duration after) {
        this(problem, after, false);
    }

    private TryAgainException(WebException problem, @Nullable Duration after, boolean refused) {
        super(problem);
        this.problem = problem;
        this.after = after;
        this.refused = refused;
    }

    /** The server says that it has not done anything. */
    static TryAgainException refused(WebException problem, Duration after) {
        return new TryAgainException(problem, after, true);
    }

    boolean wasRefused() {
        return refused;
    }

    WebException problem() {
        return problem;
    }

    @Nullable
    Duration after() {
        return after;
    }
}
