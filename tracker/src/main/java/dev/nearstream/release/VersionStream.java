package dev.nearstream.release;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The maintenance line that a package's name ends with: 3.12 of {@code python-3.12}.
 *
 * @param number as in the name
 */
record VersionStream(String number) {
    private static final Pattern AT_END = Pattern.compile("(?<![0-9.])([0-9]+(?:\\.[0-9]+)*)$");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Optional<VersionStream> of(String packageName) {
        Matcher end = AT_END.matcher(packageName);
        return end.find() ? Optional.of(new VersionStream(end.group(1))) : Optional.empty();
    }

    /** A filter's prefix up to where the stream's number begins in it: {@code v} of {@code v3_12_}; else all of it. */
    String cut(String prefix) {
        String written = NUMBER.matcher(number)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("[._-]?", "(?<![0-9])", "(?![0-9])"));
        Matcher there = Pattern.compile(written).matcher(prefix);
        return there.find() ? prefix.substring(0, there.start()) : prefix;
    }
}
