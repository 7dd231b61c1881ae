package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That upstream took a change which a package carried.
 *
 * @param content the change, as {@link CarriedDelta} names it
 * @param on the day of upstream's commit, of the last where there are several; null where it is not known
 * @param release the first release that has it, or null where unknown
 * @param seen the first week at whose end the packaged version, or the newest admitted release, had it
 */
public record Taken(
        String packageName,
        String delta,
        String content,
        @Nullable LocalDate on,
        @Nullable String release,
        IsoWeek seen) {}
