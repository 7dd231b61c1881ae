package dev.nearstream.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an upstream has not released for long: it may be at its end. Changes from day to day though nothing moves. */
public final class Silence {
    /** What the finding begins with. */
    private static final String WORDS = "upstream has released nothing since ";

    private Silence() {}

    /**
     * The finding, or empty.
     *
     * @param newest the date of the newest admitted release, or null where unknown
     * @param limit after which silence is long; zero for never
     */
    public static Optional<String> finding(@Nullable Instant newest, Instant now, Duration limit) {
        if (newest == null || limit.isZero()) {
            return Optional.empty();
        }
        Duration silent = Duration.between(newest, now);
        return silent.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of("%s%s (%,d days)"
                        .formatted(WORDS, LocalDate.ofInstant(newest, ZoneOffset.UTC), silent.toDays()));
    }

    /** Whether a finding is one of silence, as of whatever day. */
    public static boolean isFinding(String finding) {
        return finding.startsWith(WORDS);
    }
}
