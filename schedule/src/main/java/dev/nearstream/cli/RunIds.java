package dev.nearstream.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs: they sort by start, and two that start in one second differ. */
final class RunIds {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT);
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunIds() {}

    static String next(Clock clock) {
        String start = FORM.format(clock.instant().atZone(ZoneOffset.UTC));
        return "%s-%04x".formatted(start, RANDOM.nextInt(1 << 16));
    }
}
