package dev.nearstream.report;

import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A package that has not taken an admitted release.
 *
 * @param days since the first admitted release that was not taken, whole ones; null where its date is unknown
 */
public record Behind(Outcome.Tracked of, @Nullable Long days) {
    static final Comparator<Behind> WORST_FIRST = Comparator.comparingLong((Behind behind) -> -behind.knownDays())
            .thenComparingInt(behind -> -behind.of().lag().releases())
            .thenComparing(behind -> behind.of().packageName());

    static Behind at(Outcome.Tracked tracked, Instant when) {
        return new Behind(tracked, days(tracked.lag(), when));
    }

    /** Days behind at that time; null where unknown, 0 where no release was missed. */
    public static @Nullable Long days(Lag lag, Instant when) {
        Instant missed = lag.firstMissed();
        if (missed == null) {
            return lag.releases() == 0 && lag.newestVersion() != null ? Long.valueOf(0) : null;
        }
        return Math.max(0, ChronoUnit.DAYS.between(missed, when));
    }

    private long knownDays() {
        return days == null ? -1 : days;
    }
}
