package dev.nearstream.delta.pin.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A version by Maven's own order: numbers, then alpha &lt; beta &lt; milestone &lt; rc &lt; snapshot &lt; release &lt; sp. */
record MavenVersion(ComparableVersion order, String line) implements LinedVersion {
    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:[._-][\\w.+-]*|[A-Za-z][\\w.+-]*)?");

    /** Empty for what does not begin with a number: {@code LATEST}, a range, a property. */
    static Optional<MavenVersion> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String minor = form.group(2) == null ? "0" : form.group(2);
        return Optional.of(new MavenVersion(
                new ComparableVersion(text), Digits.stripped(form.group(1)) + "." + Digits.stripped(minor)));
    }

    @Override
    public int compare(LinedVersion other) {
        return order.compareTo(((MavenVersion) other).order);
    }
}
