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
    private static final Pattern FIELD = Pattern.compile(" {2}(version|resolved|resolution):? \"?([^\"\\s]+)\"?\\s*");
    /** A range may itself have a comma; a name has an {@code @} behind its first letter. */
    private static final Pattern RANGES = Pattern.compile(", (?=@?[^@,\\s]+@)");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(git|link|file|portal|patch|workspace|exec|https?)[+:@].*");

    private YarnLock() {}

    static Lock parse(String file, String text) {
        List<LockedPackage> packages = new ArrayList<>();
        Entry entry = null;
        int number = 0;
        for (String line : Lines.of(file, text)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                if (!line.endsWith(":")) {
                    throw new ManifestException(file, number, 1, "an entry ends with a colon");
                }
                end(file, entry, packages);
                String ranges = line.substring(0, line.length() - 1).replace("\"", "");
                entry = ranges.startsWith("__metadata") ? null : new Entry(ranges, number);
            } else if (entry != null) {
                entry.line(line, number);
            }
        }
        end(file, entry, packages);
        return Lock.of(file, packages);
    }

    private static void end(String file, @Nullable Entry entry, List<LockedPackage> packages) {
        if (entry != null && entry.version == null) {
            throw new ManifestException(file, entry.line, 1, "an entry without a version");
        }
        if (entry != null) {
            packages.addAll(entry.locked());
        }
    }

    /** One entry while it is read. */
    private static final class Entry {
        private final String ranges;
        private int line;
        private @Nullable String version;
        private String resolved = "";
        private String resolution = "";

        Entry(String ranges, int line) {
            this.ranges = ranges;
            this.line = line;
        }

        void line(String text, int number) {
            Matcher field = FIELD.matcher(text);
            if (!field.matches()) {
                return;
            }
            switch (field.group(1)) {
                case "version" -> {
                    version = field.group(2);
                    line = number;
                }
                case "resolved" -> resolved = field.group(2);
                default -> resolution = field.group(2);
            }
        }

        /** All that it is asked for by: each range has a name, and may have another package behind that. */
        List<LockedPackage> locked() {
            List<LockedPackage> all = new ArrayList<>();
            for (String descriptor : RANGES.split(ranges, -1)) {
                int at = descriptor.indexOf('@', 1);
                String name = at < 0 ? descriptor : descriptor.substring(0, at);
                String range = at < 0 ? "" : descriptor.substring(at + 1);
                String real = name;
                if (range.startsWith("npm:")) {
                    range = range.substring("npm:".length());
                    int alias = range.indexOf('@', 1);
                    if (alias > 0) {
                        real = range.substring(0, alias);
                        range = range.substring(alias + 1);
                    }
                }
                all.add(new LockedPackage(real, version, line, foreign(real, range)));
                if (!real.equals(name)) {
                    all.add(new LockedPackage(name, null, line, real));
                }
            }
            return all.stream().distinct().toList();
        }

        private String foreign(String name, String range) {
            if (ELSEWHERE.matcher(range).matches() || range.contains("/")) {
                return range;
            }
            if (!resolution.isEmpty() && !resolution.startsWith(name + "@npm:")) {
                return resolution;
            }
            return resolved.isEmpty() || Registry.isTarball(resolved, name) ? "" : resolved;
        }
    }
}
