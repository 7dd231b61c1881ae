package dev.nearstream.cli;

import java.util.Locale;

/** What makes a completed run end with status 1. */
enum FailOn {
    /** nothing: whatever single packages did, the run completed */
    NONE,
    /** a package that could not be assessed */
    FAILED,
    /** a patch that does not apply at the newest release */
    BROKEN_PATCH;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the setting.
     *
     * @throws ConfigurationException where it is none of them
     */
    static FailOn parse(String text) {
        for (FailOn value : values()) {
            if (value.label().equals(text)) {
                return value;
            }
        }
        throw ConfigurationException.of("fail-on", "fail-on is failed, broken-patch or none, not " + text, null);
    }
}
