package dev.nearstream.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * A cron expression in Quartz's form (seconds first) and the zone it is meant in.
 *
 * @param expression {@code 0 0 2 * * ?}: every night at two
 */
public record CronTime(String expression, ZoneId zone) {

    /**
     * @throws IllegalArgumentException where the expression is none; the message says why
     */
    public CronTime {
        try {
            CronExpression.validateExpression(expression);
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "'" + expression + "' is no cron expression of Quartz's form (0 0 2 * * ?): " + e.getMessage(), e);
        }
    }

    /** The first time after {@code instant}; empty where there is none any more. */
    public Optional<Instant> after(Instant instant) {
        return Optional.ofNullable(quartz().getTimeAfter(Date.from(instant))).map(Date::toInstant);
    }

    /**
     * Whether a time has passed between the last run's start and now, so that a run is owed. Without a last run
     * nothing is owed: the first night comes at its time.
     */
    public boolean missed(@Nullable Instant lastStart, Instant now) {
        return lastStart != null
                && after(lastStart).filter(time -> !time.isAfter(now)).isPresent();
    }

    /** Whether two times have passed since. */
    public boolean missedTwice(Instant since, Instant now) {
        return after(since)
                .flatMap(this::after)
                .filter(time -> !time.isAfter(now))
                .isPresent();
    }

    CronExpression quartz() {
        try {
            CronExpression parsed = new CronExpression(expression);
            parsed.setTimeZone(TimeZone.getTimeZone(zone));
            return parsed;
        } catch (ParseException e) {
            throw new IllegalStateException("was valid when this was made: " + expression, e);
        }
    }
}
