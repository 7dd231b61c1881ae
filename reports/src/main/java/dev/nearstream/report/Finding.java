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
}
