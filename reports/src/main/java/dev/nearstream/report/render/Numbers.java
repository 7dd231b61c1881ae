package dev.nearstream.report.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times, as pages and the terminal show them. */
public final class Numbers {
    private Numbers() {}

    /** {@code 3,401}. */
    public static String count(long number) {
        return Math.abs(number) < 1000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 3,401 packages}, {@code 1 package}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun(number, noun);
    }

    /** {@code packages}, or {@code package} for one. */
    static String noun(long number, String noun) {
        return number == 1 ? noun : plural(noun);
    }

    public static String orUnknown(@Nullable Long number) {
        return number == null ? Inline.UNKNOWN : count(number);
    }

    /** One decimal; {@code 0} for nothing at all. */
    public static String points(double points) {
        return points == 0 ? "0" : String.format(Locale.ROOT, "%,.1f", points);
    }

    static String pointsOrUnknown(@Nullable Double points) {
        return points == null ? Inline.UNKNOWN : points(points);
    }

    /** Whole percent, rounded; less than all is never 100, and more than nothing never 0. */
    public static String share(long part, long whole) {
        if (whole == 0) {
            return Inline.UNKNOWN;
        }
        long rounded = Math.round(part * 100.0 / whole);
        long least = part > 0 ? 1 : 0;
        long most = part < whole ? 99 : 100;
        return Math.max(least, Math.min(most, rounded)) + " %";
    }

    /** {@code 1 h 2 min}, {@code 42 s}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = duration.toMinutes();
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** ISO, with the zone's offset, to the second. */
    public static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** The day in the zone, ISO. */
    public static String day(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atZone(zone));
    }

    private static String plural(String noun) {
        return noun.endsWith("ch") || noun.endsWith("s") || noun.endsWith("x")
                ? noun + "es"
                : noun.endsWith("ty") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
