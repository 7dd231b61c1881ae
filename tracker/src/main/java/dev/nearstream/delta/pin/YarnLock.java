package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code yarn.lock}, of yarn 1 and later: at the margin the ranges that one entry answers
 * ({@code "a@^1.0.0, a@~1.2.0":}), below it {@code version "1.2.3"} or {@code version: 1.2.3}.
 */
final class YarnLock {
    private static final Pattern VERSION = Pattern.compile(" {2}version:? \"?([^\"\\s]+)\"?\\s*");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(git|link|file|portal|patch|workspace|exec|https?)[+:@].*");

    private YarnLock() {}

    static Lock parse(String file, String text) {
        List<LockedPackage> packages = new ArrayList<>();
        String ranges = "";
        int start = 0;
        int number = 0;
        for (String line : Lines.of(file, text)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher version = VERSION.matcher(line);
            if (!line.startsWith(" ")) {
                if (!line.endsWith(":")) {
                    throw new ManifestException(file, number, 1, "an entry ends with a colon");
                }
                if (start > 0) {
                    throw new ManifestException(file, start, 1, "an entry without a version");
                }
                ranges = line.substring(0, line.length() - 1).replace("\"", "");
                start = ranges.startsWith("__metadata") ? 0 : number;
            } else if (start > 0 && version.matches()) {
                packages.add(entry(ranges, version.group(1), number));
                start = 0;
            }
        }
        if (start > 0) {
            throw new ManifestException(file, start, 1, "an entry without a version");
        }
        return Lock.of(file, packages);
    }

    private static LockedPackage entry(String ranges, @Nullable String version, int line) {
        String first = ranges.split(", ", 2)[0];
        int at = first.indexOf('@', 1);
        String name = at < 0 ? first : first.substring(0, at);
        String range = at < 0 ? "" : first.substring(at + 1);
        if (range.startsWith("npm:")) {
            range = range.substring("npm:".length());
            int alias = range.indexOf('@', 1);
            if (alias > 0) {
                name = range.substring(0, alias);
                range = range.substring(alias + 1);
            }
        }
        boolean foreign = ELSEWHERE.matcher(range).matches() || range.contains("/");
        return new LockedPackage(name, version, line, foreign ? range : "");
    }
}
