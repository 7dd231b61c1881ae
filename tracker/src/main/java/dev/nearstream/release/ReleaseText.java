package dev.nearstream.release;

/**
 * What upstream wrote of a release on its page.
 *
 * @param tag of the release
 * @param text markdown, as they gave it
 */
public record ReleaseText(String tag, String text) {}
