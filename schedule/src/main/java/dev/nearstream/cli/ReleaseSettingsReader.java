package dev.nearstream.cli;

import dev.nearstream.cli.ConfigurationFile.ReleasePolicy;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.UpdatePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code releases} of the configuration. */
final class ReleaseSettingsReader {
    /** Holds a package where it is. */
    private static final String CURRENT = "current";

    private static final int MOST_DAYS = 36_500;

    private ReleaseSettingsReader() {}

    /** @throws ConfigurationException where a value is none */
    static UpdatePolicy read(@Nullable ReleasePolicy written) {
        UpdatePolicy usual = UpdatePolicy.DEFAULT;
        if (written == null) {
            return usual;
        }
        List<UpdatePolicy.Age> ages = new ArrayList<>();
        or(written.minimumAges()).forEach((packages, days) -> {
            String key = "releases.minimum-ages." + packages;
            glob(key, packages);
            ages.add(new UpdatePolicy.Age(packages, days(key, days, Duration.ZERO)));
        });
        List<UpdatePolicy.Pin> pins = new ArrayList<>();
        or(written.pins()).forEach((packages, version) -> pins.add(pin(packages, version)));
        return new UpdatePolicy(
                days("releases.silent-after", written.silentAfter(), usual.silence()),
                days("releases.minimum-age", written.minimumAge(), usual.minimumAge()),
                ages,
                pins);
    }

    private static UpdatePolicy.Pin pin(String packages, @Nullable String version) {
        String key = "releases.pins." + packages;
        glob(key, packages);
        if (version == null
                || (!version.equals(CURRENT) && Version.parse(version).isEmpty())) {
            throw ConfigurationException.of(
                    key, key + ": '" + version + "' is no version; write 3.0, or current for the packaged one", null);
        }
        return new UpdatePolicy.Pin(packages, version.equals(CURRENT) ? null : version);
    }

    private static void glob(String key, String packages) {
        if (!Selection.isGlob(packages)) {
            throw ConfigurationException.of(
                    key, key + ": '" + packages + "' is neither a package's name nor a glob; write 'py3-*'", null);
        }
    }

    private static Duration days(String key, @Nullable Integer days, Duration usual) {
        if (days == null) {
            return usual;
        } else if (days < 0 || days > MOST_DAYS) {
            throw ConfigurationException.of(
                    key, "%s is a number of days from 0 to %d, not %d".formatted(key, MOST_DAYS, days), null);
        }
        return Duration.ofDays(days);
    }

    private static <T> Map<String, T> or(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : given;
    }
}
