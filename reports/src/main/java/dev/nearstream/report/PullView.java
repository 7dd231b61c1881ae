package dev.nearstream.report;

import org.jspecify.annotations.Nullable;

/**
 * One package's pull request, for people.
 *
 * @param deed what was done, or would be, in a word
 * @param why one line; empty where the deed says it
 * @param diff what changes, as {@code git format-patch} writes it, or null
 */
public record PullView(
        String packageName,
        String to,
        String deed,
        String why,
        @Nullable String url,
        @Nullable String diff) {}
