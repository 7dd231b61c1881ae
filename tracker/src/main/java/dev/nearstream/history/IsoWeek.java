package dev.nearstream.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601: it begins on a Monday, and belongs to the year of its Thursday.
 *
 * @param monday its first day, in UTC
 */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** The week of a moment, in UTC. */
    public static IsoWeek of(Instant moment) {
        return of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The week of a day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.minusDays(day.getDayOfWeek().getValue() - 1L));
    }

    /**
     * The week of a text like {@code 2026-W05}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static IsoWeek parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            try {
                LocalDate fourth = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4);
                IsoWeek week = of(fourth.plusWeeks(Integer.parseInt(parts.group(2)) - 1L));
                if (week.toString().equals(text)) {
                    return week;
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(text + " is no week; one is written like 2026-W05", e);
            }
        }
        throw new IllegalArgumentException(text + " is no week; one is written like 2026-W05");
    }

    /** How many weeks lie between the two Mondays; negative where the other one is earlier. */
    public long until(IsoWeek other) {
        return ChronoUnit.WEEKS.between(monday, other.monday);
    }

    /** Its last day. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** The week so many weeks later. */
    public IsoWeek plus(long weeks) {
        return new IsoWeek(monday.plusWeeks(weeks));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }

    /** {@code 2026-W05}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
