package dev.nearstream.patch;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The moment that a time stamp names, put together item by item; each kind of item may occur once. */
final class StampMoment {
    private static final long ANY_OTHER_YEAR = 2000;

    private int dates;
    private int times;
    private int zones;
    private int days;
    private long year = -1;
    private long month = 1;
    private long day = 1;
    private long hour;
    private long minute;
    private long second;
    private long zone;
    private boolean sinceEpoch;

    /** A date; without a year it is this year's, until {@link #number} names one. */
    void date(StampTokens.@Nullable Token writtenYear, long writtenMonth, long writtenDay) {
        dates++;
        year = writtenYear == null ? -1 : year(writtenYear);
        month = writtenMonth;
        day = writtenDay;
    }

    void time(long hours, long minutes, long seconds) {
        times++;
        hour = hours;
        minute = minutes;
        second = seconds;
    }

    /** Says which half of the day the hour is of: 0 before noon, 1 after. */
    void half(long half) {
        hour = hour < 1 || hour > 12 ? -1 : hour % 12 + 12 * half;
    }

    /** A zone, so many minutes to the east. */
    void zone(long minutes) {
        zones++;
        zone = minutes;
    }

    /** So many minutes on top of the zone. */
    void moreZone(long minutes) {
        zone += minutes;
    }

    void dayOfWeek() {
        days++;
    }

    /** A number with nothing around it: the year of a date without one, a date as {@code 19700101}, or a time. */
    void number(StampTokens.Token number) {
        long value = number.value();
        if (dates > 0 && year < 0 && (times > 0 || number.digits() > 2)) {
            year = year(number);
        } else if (number.digits() > 4) {
            StampTokens.Token front = new StampTokens.Token(number.kind(), value / 10000, number.digits() - 4);
            date(front, value / 100 % 100, value % 100);
        } else {
            time(number.digits() <= 2 ? value : value / 100, number.digits() <= 2 ? 0 : value % 100, 0);
        }
    }

    /** A count of seconds since the epoch, which names all at once. */
    void epochSeconds(long seconds) {
        sinceEpoch = true;
        second = seconds;
    }

    boolean isValid() {
        try {
            seconds();
            return dates <= 1 && times <= 1 && zones <= 1 && days <= 1;
        } catch (DateTimeException | ArithmeticException impossible) {
            return false;
        }
    }

    /** Seconds since the epoch; where the year is not named, those of some year far from it. */
    long seconds() {
        if (sinceEpoch) {
            return second;
        }
        LocalDateTime local = LocalDateTime.of(
                Math.toIntExact(dates == 0 || year < 0 ? ANY_OTHER_YEAR : year),
                Math.toIntExact(month),
                Math.toIntExact(day),
                Math.toIntExact(hour),
                Math.toIntExact(minute),
                Math.toIntExact(second));
        return local.toEpochSecond(ZoneOffset.UTC) - 60 * zone;
    }

    /** Two digits are a year from 1969 to 2068. */
    private static long year(StampTokens.Token token) {
        long value = Math.abs(token.value());
        return token.digits() != 2 ? value : value < 69 ? value + 2000 : value + 1900;
    }
}
