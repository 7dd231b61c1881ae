package dev.nearstream.cli;

import dev.nearstream.archive.ArchiveSettings;
import dev.nearstream.archive.Archives;
import dev.nearstream.cli.ConfigurationFile.StoreSettings;
import dev.nearstream.http.HostCredentials;
import dev.nearstream.http.Traffic;
import dev.nearstream.release.ReleaseSettings;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.score.PolicyReader;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Store;
import dev.nearstream.store.Stores;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import dev.nearstream.upstream.SampleUpstreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The composition root: makes what commands work with. */
final class Workshop {
    private final Console console;
    private final Clock clock;
    private final @Nullable Path home;

    /**
     * A workshop.
     *
     * @param home where the program lies, or null
     */
    Workshop(Console console, Clock clock, @Nullable Path home) {
        this.console = console;
        this.clock = clock;
        this.home = home;
    }

    Console console() {
        return console;
    }

    Clock clock() {
        return clock;
    }

    /** The settings of a command that needs recipes. */
    Settings settings(RecipeOptions options) {
        Settings settings = new SettingsReader(home).read(options, false);
        if (settings.recipes() == null) {
            throw new ConfigurationException("no recipes are named; say where they are with --recipes DIR|URL, or with "
                    + "recipes: in nearstream.yaml");
        }
        return settings;
    }

    /** The settings of a command that needs none, or takes the sample distribution where nobody names any. */
    Settings settingsOrSample(RecipeOptions options) {
        return new SettingsReader(home).read(options, true);
    }

    /** Makes the upstreams of the sample distribution, where that is meant and they are not there. */
    static void prepareSample(Settings settings) throws IOException {
        if (settings.sample()) {
            SampleUpstreams.prepare(Path.of(String.valueOf(settings.recipes())), settings.state());
        }
    }

    Mirrors mirrors(Settings settings, DateCache dates) {
        return mirrors(settings, dates, Traffic.UNHEARD);
    }

    /** The mirrors' directory. */
    static Path mirrors(Settings settings) {
        return settings.state().resolve("mirrors");
    }

    /** That fetch nothing, whatever the settings say. */
    Mirrors offline(Settings settings, DateCache dates) {
        return mirrors(settings, dates, true, Traffic.UNHEARD);
    }

    Mirrors mirrors(Settings settings, DateCache dates, Traffic traffic) {
        return mirrors(settings, dates, settings.offline(), traffic);
    }

    private Mirrors mirrors(Settings settings, DateCache dates, boolean offline, Traffic traffic) {
        return new Mirrors(
                new MirrorSettings(
                        mirrors(settings),
                        Rewrites.of(settings.rewrites()),
                        offline,
                        settings.perHost(),
                        settings.timeouts().connect(),
                        settings.timeouts().read(),
                        settings.timeouts().total(),
                        settings.mirrorLimit(),
                        HostCredentials.ofThisUser()),
                dates,
                clock,
                traffic);
    }

    /** The archives of a run, over the mirrors' connections. */
    Archives archives(Settings settings, Mirrors mirrors) {
        return new Archives(
                new ArchiveSettings(
                        settings.state().resolve("archives"),
                        Rewrites.of(settings.rewrites()),
                        settings.offline(),
                        settings.archiveLimit()),
                mirrors.web(),
                clock);
    }

    /** The sources of releases of a run, over the mirrors' connections. */
    ReleaseSources releases(Settings settings, Mirrors mirrors) {
        return ReleaseSources.of(
                mirrors::open,
                new ReleaseSettings(
                        settings.state().resolve("releases"),
                        Rewrites.of(settings.rewrites()),
                        settings.offline(),
                        HostCredentials.ofThisUser(),
                        settings.releases()),
                mirrors.web(),
                clock);
    }

    Store store(Settings settings) {
        StoreSettings database = settings.store();
        return database == null || database.url() == null
                ? Stores.openH2(settings.state(), clock)
                : Stores.openJdbc(database.url(), database.user(), password(settings), clock);
    }

    /** The store, if there is one. */
    Optional<Store> existingStore(Settings settings) {
        StoreSettings database = settings.store();
        return database == null || database.url() == null
                ? Stores.readH2(settings.state(), clock)
                : Stores.readJdbc(database.url(), database.user(), password(settings), clock);
    }

    ScoringPolicy policy(Settings settings) {
        Path policy = settings.policy();
        return policy == null ? PolicyReader.shipped() : PolicyReader.read(policy);
    }

    /**
     * The database's password, from the environment.
     *
     * @throws ConfigurationException where the configuration names a variable that is not set
     */
    static @Nullable String password(Settings settings) {
        StoreSettings database = settings.store();
        String variable = database == null ? null : database.passwordEnv();
        if (variable == null) {
            return null;
        }
        String password = System.getenv(variable);
        if (password == null) {
            throw ConfigurationException.of(
                            "store.password-env",
                            "store.password-env: the environment variable " + variable + " is not set",
                            null)
                    .in(settings.configuration());
        }
        return password;
    }
}
