package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a package carried a delta unchanged. One that was altered and goes on under its id has another span,
 * which begins in the week in which this one ends.
 *
 * @param born the first week at whose end it was there
 * @param gone the first week at whose end it was not, or was another; null while it is there
 */
public record Span(
        String packageName,
        CarriedDelta delta,
        IsoWeek born,
        @Nullable IsoWeek gone) {

    /** Whether it was there at the week's end. */
    public boolean covers(IsoWeek week) {
        return born.compareTo(week) <= 0 && (gone == null || week.compareTo(gone) < 0);
    }
}
