package dev.nearstream.cli;

import dev.nearstream.archive.ArchiveSettings;
import dev.nearstream.cli.ConfigurationFile.StoreSettings;
import dev.nearstream.metrics.ListenAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the settings of a command. Relative paths are the working directory's. */
final class SettingsReader {
    private static final Path DEFAULT_CONFIG = Path.of("nearstream.yaml");
    private static final String STATE = "${state}";
    static final int MOST_JOBS = 256;
    static final int MOST_SECONDS = 86_400;

    private final @Nullable Path home;

    /**
     * @param home where the program lies, with the sample distribution; or null
     */
    SettingsReader(@Nullable Path home) {
        this.home = home;
    }

    /**
     * Reads the configuration and lays the options over it.
     *
     * @param mayTakeSample whether the command takes the sample distribution where nobody names recipes
     * @throws ConfigurationException where either is wrong
     */
    Settings read(RecipeOptions options, boolean mayTakeSample) {
        Path named = options.config != null ? options.config : Files.exists(DEFAULT_CONFIG) ? DEFAULT_CONFIG : null;
        ConfigurationFile file = named == null ? ConfigurationFile.EMPTY : ConfigurationReader.read(named);
        options.check();
        try {
            return read(options, file, named, mayTakeSample);
        } catch (ConfigurationException e) {
            throw e.in(named);
        }
    }

    private Settings read(
            RecipeOptions options, ConfigurationFile file, @Nullable Path configuration, boolean mayTakeSample) {
        String recipes = options.recipes != null ? options.recipes : file.recipes();
        Path sampleDirectory = sample(recipes, mayTakeSample);
        boolean sample = sampleDirectory != null;
        Path state = or(options.state, file.state(), sample ? "state/sample" : "state");
        Map<String, String> rewrites = new LinkedHashMap<>();
        if (sampleDirectory != null) {
            Map<String, String> own = ConfigurationReader.read(sampleDirectory.resolve(".nearstream.yaml"))
                    .rewrite();
            if (own != null) {
                own.forEach((from, to) -> rewrites.put(from, to.replace(STATE, absolute(state))));
            }
        }
        if (file.rewrite() != null) {
            rewrites.putAll(file.rewrite());
        }
        rewrites.putAll(options.rewrite);
        rewrites.forEach(SettingsReader::notEmpty);
        Path out = or(options.out, file.out(), "out");
        Settings.Timeouts timeouts = timeouts(file.timeouts(), options.packageTimeout);
        named("state", state);
        named("out", out);
        return new Settings(
                sampleDirectory != null ? sampleDirectory.toString() : recipes,
                sample,
                state,
                out,
                rewrites,
                new Selection(
                        or(options.packages, or(file.packages(), List.of())),
                        options.match != null ? options.match : file.match()),
                positive("jobs", or(options.jobs, or(file.jobs(), 8)), MOST_JOBS),
                positive("per-host", or(file.perHost(), 4), 64),
                options.offline || or(file.offline(), false),
                timeouts,
                file.mirrorLimit() == null ? 0 : ByteSize.parse("mirror-limit", file.mirrorLimit()),
                archiveLimit(file.archiveLimit()),
                positive("keep-runs", or(file.keepRuns(), 90), 100_000),
                file.policy() == null ? null : path("policy", file.policy()),
                zone(file.zone()),
                FailOn.parse(or(file.failOn(), "none")),
                store(file.store()),
                cron(file),
                listen(file.listen()),
                DecisionSettingsReader.read(file.decisions(), configuration),
                ReleaseSettingsReader.read(file.releases()),
                PullSettingsReader.read(file),
                OwnerSettingsReader.read(file.owners()),
                MailSettingsReader.read(file.mail(), timeouts),
                options.packages != null || options.match != null,
                configuration);
    }

    /** The sample distribution's directory, where it is meant: by nobody's naming recipes, or by its name. */
    private @Nullable Path sample(@Nullable String recipes, boolean mayTakeSample) {
        if (home == null || (recipes == null && !mayTakeSample)) {
            return null;
        }
        Path directory = home.resolve("recipes/sample");
        try {
            return recipes == null || Files.isSameFile(Path.of(recipes), directory) ? directory : null;
        } catch (IOException | InvalidPathException e) {
            return null; // a URL, or a directory that is not there
        }
    }

    private static void named(String key, Path directory) {
        if (directory.toString().isEmpty()) {
            throw ConfigurationException.of(key, key + " is empty; name a directory", null);
        }
    }

    private static void notEmpty(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            throw ConfigurationException.of(
                    "rewrite", "rewrite: '%s=%s' has an empty side; write FROM=TO".formatted(from, to), null);
        }
    }

    private static long archiveLimit(@Nullable String given) {
        long limit = given == null ? ArchiveSettings.LARGEST : ByteSize.parse("archive-limit", given);
        if (limit < 1) {
            throw ConfigurationException.of(
                    "archive-limit", "archive-limit is at least a byte, not " + given + "; write 512MiB", null);
        }
        return limit;
    }

    /** A package has as long as one operation: a limit below that would cut off what the other one admits. */
    private static Settings.Timeouts timeouts(
            ConfigurationFile.@Nullable Timeouts given, @Nullable Integer packageTimeout) {
        Integer packageLimit = given == null ? null : given.packageLimit();
        return new Settings.Timeouts(
                seconds("timeouts.connect", given == null ? null : given.connect(), 10),
                seconds("timeouts.read", given == null ? null : given.read(), 60),
                seconds("timeouts.total", given == null ? null : given.total(), 1800),
                seconds("timeouts.package", packageTimeout != null ? packageTimeout : packageLimit, 1800));
    }

    private static Duration seconds(String key, @Nullable Integer given, int otherwise) {
        return Duration.ofSeconds(positive(key, or(given, otherwise), MOST_SECONDS));
    }

    private static @Nullable StoreSettings store(@Nullable StoreSettings given) {
        if (given == null) {
            return null;
        }
        if (given.url() == null) {
            throw ConfigurationException.of(
                    "store", "store.url is missing; write jdbc:postgresql://host/database", null);
        }
        if (!given.url().startsWith("jdbc:postgresql:")) {
            throw ConfigurationException.of(
                    "store.url", "store.url is jdbc:postgresql://host/database; no other database is known", null);
        }
        if (given.url().matches("(?is).*(?://.*@|[?&](?:ssl)?password=).*")) {
            throw ConfigurationException.of(
                    "store.url",
                    "store.url has a user or a password in it; write them as store.user and store.password-env",
                    null);
        }
        return given;
    }

    private static String cron(ConfigurationFile file) {
        String cron = file.schedule() == null ? null : file.schedule().cron();
        return cron == null ? "0 0 2 * * ?" : cron;
    }

    private static @Nullable ListenAddress listen(@Nullable String given) {
        try {
            return given == null ? null : ListenAddress.parse(given);
        } catch (IllegalArgumentException e) {
            throw ConfigurationException.of("listen", "listen: " + e.getMessage(), e);
        }
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ConfigurationException.of(
                    "zone", "zone: " + name + " is no time zone; write Europe/Berlin or UTC", e);
        }
    }

    private static int positive(String key, int value, int largest) {
        if (value < 1 || value > largest) {
            throw ConfigurationException.of(
                    key, "%s is a number from 1 to %d, not %d".formatted(key, largest, value), null);
        }
        return value;
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static Path or(@Nullable Path option, @Nullable String configured, String otherwise) {
        return option != null ? option : path("path", configured == null ? otherwise : configured);
    }

    private static Path path(String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw ConfigurationException.of(key, key + ": '" + text + "' is no path: " + e.getReason(), e);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
