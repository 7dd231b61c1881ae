package dev.nearstream.delta;

import java.util.Locale;

/** What a delta is for, as far as its name and header say. */
public enum Purpose {
    SECURITY,
    HARDENING,
    BUILD,
    TEST,
    CONFIGURATION,
    DEPENDENCY,
    FEATURE,
    UNKNOWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
