package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * From when to when there was a package.
 *
 * @param born the first week at whose end it was there
 * @param gone the first week at whose end it was not; null while it is there
 */
public record PackageSpan(
        String packageName, IsoWeek born, @Nullable IsoWeek gone) {}
