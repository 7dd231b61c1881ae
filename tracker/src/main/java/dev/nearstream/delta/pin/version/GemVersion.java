package dev.nearstream.delta.pin.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by RubyGems' {@code Gem::Version}: segments of digits or letters; letters make a pre-release, and come
 * before any number; trailing zeros do not count, nor do those before the first letter.
 */
record GemVersion(List<String> segments, String line) implements LinedVersion {
    private static final Pattern FORM =
            Pattern.compile("\\d+(?:\\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
    private static final Pattern SEGMENT = Pattern.compile("\\d+|[A-Za-z]+");

    static Optional<GemVersion> parse(String text) {
        String version = text.strip();
        if (!FORM.matcher(version).matches()) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        Matcher segment = SEGMENT.matcher(version.replace("-", ".pre."));
        while (segment.find()) {
            String part = segment.group();
            boolean number = isNumber(part);
            (rest.isEmpty() && number ? numbers : rest).add(number ? Digits.stripped(part) : part);
        }
        String line = numbers.get(0) + "." + (numbers.size() > 1 ? numbers.get(1) : "0");
        trim(numbers);
        trim(rest);
        numbers.addAll(rest);
        return Optional.of(new GemVersion(List.copyOf(numbers), line));
    }

    private static void trim(List<String> segments) {
        while (!segments.isEmpty() && segments.get(segments.size() - 1).equals("0")) {
            segments.remove(segments.size() - 1);
        }
    }

    @Override
    public int compare(LinedVersion other) {
        List<String> that = ((GemVersion) other).segments;
        for (int at = 0; at < Math.max(segments.size(), that.size()); at++) {
            String left = at < segments.size() ? segments.get(at) : "0";
            String right = at < that.size() ? that.get(at) : "0";
            boolean number = isNumber(left);
            int order = number != isNumber(right)
                    ? Boolean.compare(number, !number)
                    : number ? Digits.compare(left, right) : left.compareTo(right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isNumber(String segment) {
        char first = segment.charAt(0);
        return first >= '0' && first <= '9';
    }
}
