package dev.nearstream.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a server refuses because it was asked too often, and how long it wants to be left alone. The headers are those
 * that GitHub, GitLab and Gitea publish: {@code Retry-After}, {@code X-RateLimit-Remaining} and {@code -Reset}, or
 * {@code RateLimit-Reset}, both as seconds since 1970.
 */
final class RateLimit {
    /** GitHub's advice where its secondary limit says nothing of the time. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private RateLimit() {}

    /** The time from {@code now}; empty where the answer is another one. */
    static Optional<Duration> wait(int status, HttpHeaders headers, Instant now) {
        boolean usedUp = headers.firstValue("X-RateLimit-Remaining")
                .or(() -> headers.firstValue("RateLimit-Remaining"))
                .filter(left -> left.strip().equals("0"))
                .isPresent();
        Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(value -> RetryAfter.read(value, now));
        if (status != 429 && !(status == 403 && (usedUp || asked.isPresent()))) {
            return Optional.empty();
        }
        return asked.or(() -> usedUp ? reset(headers, now) : Optional.empty()).or(() -> Optional.of(UNSAID));
    }

    private static Optional<Duration> reset(HttpHeaders headers, Instant now) {
        try {
            OptionalLong at = headers.firstValueAsLong("X-RateLimit-Reset");
            long seconds = at.isPresent()
                    ? at.getAsLong()
                    : headers.firstValueAsLong("RateLimit-Reset").orElse(-1);
            if (seconds < 0) {
                return Optional.empty();
            }
            Duration wait = Duration.between(now, Instant.ofEpochSecond(seconds));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait.plusSeconds(1));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
