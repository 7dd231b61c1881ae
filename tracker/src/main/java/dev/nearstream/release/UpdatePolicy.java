package dev.nearstream.release;

import dev.nearstream.recipe.Version;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people have settled about releases outside of the recipes. Of several rules that are about a package the first
 * counts.
 *
 * @param silence after which an upstream that has not released is told of; zero for never
 * @param minimumAge that a release must have to be proposed
 * @param minimumAges of single packages
 * @param pins versions that must not be passed
 */
public record UpdatePolicy(Duration silence, Duration minimumAge, List<Age> minimumAges, List<Pin> pins) {
    /** Two years of silence; releases of any age; no pins. */
    public static final UpdatePolicy DEFAULT =
            new UpdatePolicy(Duration.ofDays(730), Duration.ZERO, List.of(), List.of());

    public UpdatePolicy {
        minimumAges = List.copyOf(minimumAges);
        pins = List.copyOf(pins);
    }

    /**
     * How old a release must be.
     *
     * @param packages a package's name, or a glob of names: {@code *} for all
     */
    public record Age(String packages, Duration minimum) {}

    /**
     * A version that must not be passed.
     *
     * @param packages a package's name, or a glob of names: {@code *} for all
     * @param version all up to it are admitted, and those that go on from it: 3.0 admits 3.0.17; null holds the package
     *     where it is
     */
    public record Pin(String packages, @Nullable String version) {

        /** Whether a version stays within it. */
        boolean admits(Version of) {
            if (version == null) {
                return false;
            }
            String text = of.text();
            boolean goesOn = text.startsWith(version)
                    && (text.length() == version.length() || !Character.isDigit(text.charAt(version.length())));
            return goesOn
                    || Version.parse(version)
                            .filter(most -> of.compareTo(most) <= 0)
                            .isPresent();
        }
    }

    Duration minimumAge(String packageName) {
        return minimumAges.stream()
                .filter(age -> matches(age.packages(), packageName))
                .map(Age::minimum)
                .findFirst()
                .orElse(minimumAge);
    }

    Optional<Pin> pin(String packageName) {
        return pins.stream().filter(pin -> matches(pin.packages(), packageName)).findFirst();
    }

    private static boolean matches(String glob, String name) {
        return glob.equals(name)
                || FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
    }
}
