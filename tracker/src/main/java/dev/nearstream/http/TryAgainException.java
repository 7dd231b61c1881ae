package dev.nearstream.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure that may be gone at the next attempt. */
final class TryAgainException extends Exception {
    private static final long serialVersionUID = 1L;

    private final WebException problem;
    private final @Nullable Duration after;

    /**
     * @param problem what is told if it is not gone
     * @param after how long the server asks to wait, or null
     */
    TryAgainException(WebException problem, @Nullable Duration after) {
        super(problem);
        this.problem = problem;
        this.after = after;
    }

    WebException problem() {
        return problem;
    }

    @Nullable
    Duration after() {
        return after;
    }
}
