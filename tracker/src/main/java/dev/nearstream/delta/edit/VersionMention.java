package dev.nearstream.delta.edit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a command's text speaks of the packaged version, as {@code 1.2.3}, {@code 1_2}, {@code 12} …: at another
 * version the recipe would say something else there.
 */
final class VersionMention {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*", Pattern.DOTALL);

    private final Pattern pattern;

    VersionMention(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        String first = numbers.matches() ? numbers.group(1) : Pattern.quote(version);
        String second = numbers.matches() ? numbers.group(2) : null;
        pattern = Pattern.compile(
                second == null
                        ? "(?<!\\d)" + first + "(?!\\d)"
                        : "(?<!\\d)" + first + "[._-]?" + second + "(?!\\d)|" + Pattern.quote(version));
    }

    boolean in(List<String> texts) {
        return texts.stream().anyMatch(this::in);
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }
}
