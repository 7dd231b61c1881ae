package dev.nearstream.delta.pin.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A version by Maven's own order: numbers, then alpha &lt; beta &lt; milestone &lt; rc &lt; snapshot &lt; release &lt; sp. */
record MavenVersion(ComparableVersion order, String line, String numbers, String rest) implements LinedVersion {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");
    /** What Maven's order knows; anything else, be it {@code preview} or {@code jre}, it puts behind the release. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)(?:[._-]?(?:final|ga|release)|[._-]?(?:sp|alpha|beta|milestone|rc|cr|snapshot|[abm](?=\\d)).*)?");

    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:[._-][\\w.+-]*|[A-Za-z][\\w.+-]*)?");

    /** Empty for what is no single version: {@code LATEST}, a range, a property, Gradle's {@code 1.2.+}. */
    static Optional<MavenVersion> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.endsWith("+")) {
            return Optional.empty();
        }
        String minor = form.group(2) == null ? "0" : form.group(2);
        Matcher numbers = NUMBERS.matcher(text);
        int end = numbers.lookingAt() ? numbers.end() : 0;
        return Optional.of(new MavenVersion(
                new ComparableVersion(text),
                Digits.stripped(form.group(1)) + "." + Digits.stripped(minor),
                text.substring(0, end),
                text.substring(end)));
    }

    @Override
    public int compare(LinedVersion other) {
        return order.compareTo(((MavenVersion) other).order);
    }

    @Override
    public boolean tells(LinedVersion other) {
        MavenVersion that = (MavenVersion) other;
        return rest.equals(that.rest)
                || (KNOWN.matcher(rest).matches() && KNOWN.matcher(that.rest).matches())
                || new ComparableVersion(numbers).compareTo(new ComparableVersion(that.numbers)) != 0;
    }
}
