package dev.nearstream.patch;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time stamp behind a file name, so far as it matters: GNU patch takes a file whose time is the epoch for one
 * that does not exist, and allows for a time zone of 25 hours to the west or 26 to the east.
 */
final class StampReader {
    private static final int LONGEST = 100;
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d?)-(?<day>\\d\\d?)"
            + "(?:[ T](?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,]\\d+)?)?)?"
            + " ?(?<zone>[+-]\\d\\d:?\\d\\d|[A-Z]{1,4})?");
    private static final Pattern CTIME = Pattern.compile("(?:[A-Z][a-z]{2} )?(?<month>[A-Z][a-z]{2}) (?<day>\\d\\d?)"
            + " (?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d))?"
            + " (?:(?<zone>[+-]\\d{4}|[A-Z]{1,4}) )?(?<year>\\d{4})");
    private static final Pattern MAIL =
            Pattern.compile("(?:[A-Z][a-z]{2}, ?)?(?<day>\\d\\d?) (?<month>[A-Z][a-z]{2}) (?<year>\\d{4})"
                    + " (?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d))? ?(?<zone>[+-]\\d{4}|[A-Z]{1,4})?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private StampReader() {}

    static NameLine.Stamp read(String text) {
        if (text.length() > LONGEST) {
            return NameLine.Stamp.NONE;
        }
        String stamp = text.replaceAll("\\([^()]*\\)", " ").strip().replaceAll("\\s+", " ");
        if (stamp.isEmpty()) {
            return NameLine.Stamp.OTHER;
        }
        for (Pattern pattern : List.of(ISO, CTIME, MAIL)) {
            Matcher matcher = pattern.matcher(stamp);
            if (matcher.matches()) {
                return read(matcher);
            }
        }
        return NameLine.Stamp.NONE;
    }

    private static NameLine.Stamp read(Matcher stamp) {
        try {
            long seconds = LocalDateTime.of(
                                    Integer.parseInt(stamp.group("year")),
                                    month(stamp.group("month")),
                                    Integer.parseInt(stamp.group("day")),
                                    number(stamp, "hour"),
                                    number(stamp, "minute"),
                                    number(stamp, "second"))
                            .toEpochSecond(ZoneOffset.UTC)
                    - zone(stamp);
            return seconds > -25 * 3600 && seconds < 26 * 3600 ? NameLine.Stamp.EPOCH : NameLine.Stamp.OTHER;
        } catch (DateTimeException impossible) {
            return NameLine.Stamp.NONE;
        }
    }

    private static int number(Matcher stamp, String group) {
        String digits = stamp.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(String month) {
        return Digits.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
    }

    private static long zone(Matcher stamp) {
        String zone = stamp.group("zone");
        if (zone == null || (zone.charAt(0) != '+' && zone.charAt(0) != '-')) {
            return 0;
        }
        String digits = zone.substring(1).replace(":", "");
        long seconds = Integer.parseInt(digits.substring(0, 2)) * 3600L + Integer.parseInt(digits.substring(2)) * 60L;
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }
}
