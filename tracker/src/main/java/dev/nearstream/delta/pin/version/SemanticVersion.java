package dev.nearstream.delta.pin.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Semantic Versioning 2.0.0, which Go, Cargo and npm share. Build metadata ({@code +incompatible}) has no
 * part in the order. Numbers may have any length.
 *
 * @param numbers major, minor, patch
 * @param prerelease its identifiers; empty for a release
 * @param build its metadata; empty where there is none
 * @param written which of the numbers make the line
 */
record SemanticVersion(List<String> numbers, List<String> prerelease, String build, Line written)
        implements LinedVersion {

    /** What counts as one maintenance line. */
    enum Line {
        MAJOR,
        MINOR,
        /** Up to the first number that is not zero. */
        CARET
    }

    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z.-]+))?");

    /** Empty where the text is none: partial versions ({@code 1.2}) and numbers with leading zeros are not. */
    static Optional<SemanticVersion> parse(String text, Line line) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> prerelease =
                form.group(4) == null ? List.of() : List.of(form.group(4).split("\\.", -1));
        boolean zeros =
                prerelease.stream().anyMatch(part -> isNumber(part) && part.length() > 1 && part.startsWith("0"));
        return zeros
                ? Optional.empty()
                : Optional.of(new SemanticVersion(
                        List.of(form.group(1), form.group(2), form.group(3)),
                        prerelease,
                        form.group(5) == null ? "" : form.group(5),
                        line));
    }

    @Override
    public String line() {
        String major = numbers.get(0);
        String minor = major + "." + numbers.get(1);
        return switch (written) {
            case MAJOR -> major;
            case MINOR -> minor;
            case CARET ->
                !major.equals("0") ? major : !numbers.get(1).equals("0") ? minor : minor + "." + numbers.get(2);
        };
    }

    @Override
    public int compare(LinedVersion other) {
        SemanticVersion that = (SemanticVersion) other;
        for (int at = 0; at < numbers.size(); at++) {
            int order = Digits.compare(numbers.get(at), that.numbers.get(at));
            if (order != 0) {
                return order;
            }
        }
        if (prerelease.isEmpty() || that.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), that.prerelease.isEmpty());
        }
        for (int at = 0; at < Math.min(prerelease.size(), that.prerelease.size()); at++) {
            int order = identifiers(prerelease.get(at), that.prerelease.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), that.prerelease.size());
    }

    /** Crates put there what they bring along ({@code 300.5.0+3.5.0}); of two such numbers the order says nothing. */
    @Override
    public boolean tells(LinedVersion other) {
        SemanticVersion that = (SemanticVersion) other;
        boolean same = build.isEmpty() || that.build.isEmpty() || build.equals(that.build);
        return same || compare(that) != 0;
    }

    private static int identifiers(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        return number ? Digits.compare(one, other) : one.compareTo(other);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
