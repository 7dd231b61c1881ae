package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time stamp behind a file name, so far as it matters: GNU patch takes a file whose time is the epoch for one
 * that does not exist, and allows for a time zone of 25 hours to the west or 26 to the east.
 *
 * <p>The rules are those of gnulib's {@code parse_datetime}: a date, a time, a zone and a day of the week, at most one of
 * each, in any order and in many forms; a lone number is the year where a date without one stands before it. A time
 * without a date is today's. What it understands beyond that ("yesterday", "2 days ago") is not read.
 */
final class StampReader {
    private static final int LONGEST = 100;
    private static final int HOUR = 3600;

    private StampReader() {}

    static NameLine.Stamp read(String text) {
        if (text.length() > LONGEST) {
            return NameLine.Stamp.NONE;
        }
        List<StampTokens.Token> tokens = new ArrayList<>();
        StampTokens source = new StampTokens(text);
        StampTokens.@Nullable Token token;
        do {
            token = source.next();
            if (token == null) {
                return NameLine.Stamp.NONE;
            }
            tokens.add(token);
        } while (token.kind() != StampTokens.Kind.END);
        Optional<StampMoment> moment = new StampItems(tokens).read();
        if (moment.isEmpty() || !moment.get().isValid()) {
            return NameLine.Stamp.NONE;
        }
        long seconds = moment.get().seconds();
        return seconds > -25 * HOUR && seconds < 26 * HOUR ? NameLine.Stamp.EPOCH : NameLine.Stamp.OTHER;
    }
}
