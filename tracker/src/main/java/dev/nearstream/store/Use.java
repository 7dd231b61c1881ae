package dev.nearstream.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** When an entry of a cache was last of use, to the week: a look-up seldom writes. */
final class Use {
    static final int NOTED_DAYS = 7;

    private Use() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static void note(
            Handle handle, String table, String column, String key, @Nullable LocalDate used, LocalDate today) {
        if (used == null || used.isBefore(today.minusDays(NOTED_DAYS - 1))) {
            handle.createUpdate("update " + table + " set used = :today where " + column + " = :key")
                    .bind("today", Row.date(today))
                    .bind("key", key)
                    .execute();
        }
    }
}
