package dev.nearstream.patch;

import java.util.List;
import java.util.Optional;

/** Reads the items of a time stamp, each from the tokens that stand where the one before it ends. */
final class StampItems {
    private static final int DAY = 24 * 60;
    /** The military zone of this letter, which stands between date and time too. */
    private static final int ZONE_T = 7 * 60;

    private final List<StampTokens.Token> tokens;
    private final StampMoment moment = new StampMoment();
    private int at;

    StampItems(List<StampTokens.Token> tokens) {
        this.tokens = tokens;
    }

    /** The moment; empty where something is no item. */
    Optional<StampMoment> read() {
        if (peek(0).is('@')) {
            moment.epochSeconds(peek(1).value());
            boolean number = isNumber(1) || is(1, StampTokens.Kind.SIGNED) || is(1, StampTokens.Kind.DECIMAL);
            return number && is(2, StampTokens.Kind.END) ? Optional.of(moment) : Optional.empty();
        }
        while (!is(0, StampTokens.Kind.END)) {
            if (!item()) {
                return Optional.empty();
            }
        }
        return Optional.of(moment);
    }

    private boolean item() {
        return switch (peek(0).kind()) {
            case NUMBER -> number();
            case MONTH -> month();
            case DAY -> {
                moment.dayOfWeek();
                skip(peek(1).is(',') ? 2 : 1);
                yield true;
            }
            case ZONE -> {
                moment.zone(skip(1).value());
                yield zoneEnd();
            }
            case SIGN -> {
                moment.zone(ZONE_T);
                yield skip(1).is('T') && !is(0, StampTokens.Kind.SIGNED);
            }
            default -> false;
        };
    }

    private boolean number() {
        StampTokens.Token first = peek(0);
        if (peek(1).is(':') && isNumber(2)) {
            timeOfColons(first);
            return half() || offsetIfAny();
        }
        if (peek(1).is('/') && isNumber(2)) {
            dateOfSlashes(first);
            return true;
        }
        if (is(1, StampTokens.Kind.MONTH)) {
            boolean whole = isNumber(2) || is(2, StampTokens.Kind.SIGNED);
            moment.date(whole ? peek(2) : null, peek(1).value(), first.value());
            skip(whole ? 3 : 2);
            return true;
        }
        if (is(1, StampTokens.Kind.SIGNED) && is(2, StampTokens.Kind.SIGNED)) {
            moment.date(first, -peek(1).value(), -peek(2).value());
            skip(3);
            return !peek(0).is('T') || timeBehindT();
        }
        skip(1);
        if (is(0, StampTokens.Kind.HALF) || is(0, StampTokens.Kind.SIGNED)) {
            moment.time(first.value(), 0, 0);
            return half() || offset();
        }
        if (is(0, StampTokens.Kind.DAY)) {
            moment.dayOfWeek();
            skip(1);
        } else {
            moment.number(first);
        }
        return true;
    }

    /** Behind a date as 1970-01-01, a T is no zone: a time must follow, of 24 hours. */
    private boolean timeBehindT() {
        skip(1);
        StampTokens.Token hours = peek(0);
        if (isNumber(0) && peek(1).is(':') && isNumber(2)) {
            timeOfColons(hours);
            return offsetIfAny();
        }
        if (!isNumber(0) || !is(1, StampTokens.Kind.SIGNED)) {
            return false;
        }
        skip(1);
        moment.time(hours.value(), 0, 0);
        return offset();
    }

    private void timeOfColons(StampTokens.Token hours) {
        boolean seconds = peek(3).is(':') && (isNumber(4) || is(4, StampTokens.Kind.DECIMAL));
        moment.time(hours.value(), peek(2).value(), seconds ? peek(4).value() : 0);
        skip(seconds ? 5 : 3);
    }

    /** Year, month and day where the first has four digits; else month, day and, where it is there, year. */
    private void dateOfSlashes(StampTokens.Token first) {
        boolean whole = peek(3).is('/') && isNumber(4);
        if (whole && first.digits() >= 4) {
            moment.date(first, peek(2).value(), peek(4).value());
        } else {
            moment.date(whole ? peek(4) : null, first.value(), peek(2).value());
        }
        skip(whole ? 5 : 3);
    }

    private boolean month() {
        boolean signed = is(1, StampTokens.Kind.SIGNED) && is(2, StampTokens.Kind.SIGNED);
        boolean comma = isNumber(1) && peek(2).is(',') && isNumber(3);
        if (!signed && !isNumber(1)) {
            return false;
        }
        moment.date(signed ? peek(2) : comma ? peek(3) : null, peek(0).value(), Math.abs(peek(1).value()));
        skip(signed ? 3 : comma ? 4 : 2);
        return true;
    }

    private boolean half() {
        if (!is(0, StampTokens.Kind.HALF)) {
            return false;
        }
        moment.half(skip(1).value());
        return true;
    }

    /** What may follow a zone's name: summer time, or an offset from it. */
    private boolean zoneEnd() {
        if (is(0, StampTokens.Kind.SUMMER)) {
            moment.moreZone(60);
            skip(1);
        } else if (is(0, StampTokens.Kind.SIGNED)) {
            long minutes = minutes();
            moment.moreZone(minutes);
            return Math.abs(minutes) <= DAY;
        }
        return true;
    }

    private boolean offsetIfAny() {
        return !is(0, StampTokens.Kind.SIGNED) || offset();
    }

    private boolean offset() {
        long minutes = minutes();
        moment.zone(minutes);
        return Math.abs(minutes) <= DAY;
    }

    private long minutes() {
        StampTokens.Token token = skip(1);
        long value = Math.abs(token.value());
        long minutes = token.digits() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (peek(0).is(':') && isNumber(1)) {
            minutes = value * 60 + peek(1).value();
            skip(2);
        }
        return token.value() < 0 ? -minutes : minutes;
    }

    private boolean isNumber(int ahead) {
        return is(ahead, StampTokens.Kind.NUMBER);
    }

    private boolean is(int ahead, StampTokens.Kind kind) {
        return peek(ahead).kind() == kind;
    }

    private StampTokens.Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private StampTokens.Token skip(int count) {
        StampTokens.Token first = peek(0);
        at = Math.min(at + count, tokens.size() - 1);
        return first;
    }
}
