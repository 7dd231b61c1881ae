package dev.nearstream.score;

import java.util.Locale;

/** What a delta's header claims about having been sent to upstream. */
public enum Forwarding {
    /** sent, or it came from there */
    SENT,
    /** nothing is said */
    UNSTATED,
    /** it says that it was not sent */
    NOT_SENT;

    /** {@code not-sent}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
