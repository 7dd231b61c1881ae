package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.VersionSelector.Admitted;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether upstream has a newer maintenance line than the one that a package keeps to by its name and its filter. That is
 * no lag: the filter is the line's border.
 */
final class NewerStream {
    private static final Pattern FIRST_NUMBER = Pattern.compile("^[0-9]+");
    /** A year or a day in place of a version: another numbering, and no newer line. */
    private static final BigInteger CALENDAR = BigInteger.valueOf(1000);

    private NewerStream() {}

    /** @param admitted of the line itself, newest first */
    static Optional<String> finding(Recipe recipe, VersionSelector selector, Listing listing, List<Admitted> admitted) {
        Version line = admitted.stream()
                .findFirst()
                .map(Admitted::version)
                .or(() -> Version.parse(recipe.version().value()))
                .orElse(null);
        VersionStream stream = VersionStream.of(recipe.name().value()).orElse(null);
        if (line == null || stream == null) {
            return Optional.empty();
        }
        return selector.beyond(stream)
                .flatMap(wider -> wider.select(listing).admitted().stream()
                        .filter(of -> of.version().compareTo(line) > 0)
                        .filter(of -> isCalendar(of.version()) == isCalendar(line))
                        .findFirst())
                .map(of -> "upstream has a newer stream than %s: %s (%s), which the filter leaves out"
                        .formatted(
                                stream.number(),
                                of.version().text(),
                                of.candidate().name()));
    }

    private static boolean isCalendar(Version version) {
        Matcher first = FIRST_NUMBER.matcher(version.text());
        return first.find() && new BigInteger(first.group()).compareTo(CALENDAR) > 0;
    }
}
