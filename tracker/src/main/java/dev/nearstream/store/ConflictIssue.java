package dev.nearstream.store;

import org.jspecify.annotations.Nullable;

/**
 * An issue that tells people what stands in a bump's way, and that is or may be open on the forge.
 *
 * @param to the version that the package cannot go to
 * @param url for people, or null where a kill came before the forge's answer
 */
public record ConflictIssue(
        String packageName, String to, @Nullable String url) {}
