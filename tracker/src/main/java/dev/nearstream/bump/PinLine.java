package dev.nearstream.bump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a manifest that asks for one version of one thing, as {@code "axios": "^1.12.0",}, {@code slab = "0.4.11"},
 * {@code golang.org/x/net v0.38.0}, {@code urllib3==2.5.0} or {@code <netty.version>4.1.118.Final</netty.version>}. A
 * range with two ends asks for no one version.
 *
 * @param start where the version's text begins in the line
 */
record PinLine(String name, PinVersion version, int start, String text) {
    private static final String VERSION = "[vV]?([0-9]+(?:\\.[0-9A-Za-z_-]+)*(?:\\+[0-9A-Za-z.-]+)?)";

    /** Up to the version: a name, what joins them, and an operator that gives the lowest version. */
    private static final Pattern START = Pattern.compile("^\\s*(?:require\\s+|<)?[\"']?([A-Za-z@*][A-Za-z0-9@/._*-]*)"
            + "(?:\\[[^\\]]*\\])?[\"']?\\s*(?:[:=>]|==|~=|>=|\\s)\\s*(?:\\{\\s*version\\s*=\\s*)?[\"']?(?:[\\^~=]|>=|==)?\\s*"
            + VERSION);

    private static final Pattern ANY = Pattern.compile("(?<![A-Za-z0-9_.-])[vV]?[0-9]+(?:\\.[0-9]+)+");

    static Optional<PinLine> read(String line) {
        Matcher start = START.matcher(line);
        if (!start.find() || (line.indexOf('<') > 0 && !line.contains("</"))) {
            return Optional.empty();
        }
        String rest = line.substring(start.end());
        boolean two = ANY.matcher(rest).find() && !rest.contains("//") && !rest.contains("#");
        return two
                ? Optional.empty()
                : PinVersion.read(start.group(2))
                        .map(version -> new PinLine(start.group(1), version, start.start(2), start.group(2)));
    }
}
