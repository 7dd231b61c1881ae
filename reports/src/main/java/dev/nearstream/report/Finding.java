package dev.nearstream.report;

import java.util.List;

/**
 * What a person should know about packages.
 *
 * @param text one line
 * @param names the packages, sorted
 */
public record Finding(String text, List<String> names) {

    public Finding {
        names = names.stream().sorted().toList();
    }

    /** Whether it is of what the next release will do: to be known before it comes. */
    boolean isEarlyWarning() {
        return text.startsWith("early warning: ");
    }
}
