package dev.nearstream.cli;

import dev.nearstream.cli.ConfigurationFile.StoreSettings;
import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.mail.MailSettings;
import dev.nearstream.metrics.ListenAddress;
import dev.nearstream.owner.OwnerMap;
import dev.nearstream.release.UpdatePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with: the command line over the configuration over the defaults.
 *
 * @param recipes a directory, or a URL with {@code @branch}; null where nobody names any
 * @param sample whether they are the sample distribution
 * @param mirrorLimit bytes, 0 for none
 * @param archiveLimit bytes of one archive
 * @param store a PostgreSQL store, or null for the file in the state directory
 * @param cron Quartz's form
 * @param listen where the daemon tells its metrics, or null for nowhere
 * @param decisions what people have decided about deltas outside of the recipes
 * @param releases what is said of releases, and proposed
 * @param pulls where pull requests go
 * @param owners who owns packages, by the configuration
 * @param mail how owners are told by mail, where they are
 * @param narrowed whether the command line selects packages
 * @param configuration the file, or null where there is none
 */
record Settings(
        @Nullable String recipes,
        boolean sample,
        Path state,
        Path out,
        Map<String, String> rewrites,
        Selection selection,
        int jobs,
        int perHost,
        boolean offline,
        Timeouts timeouts,
        long mirrorLimit,
        long archiveLimit,
        int keepRuns,
        @Nullable Path policy,
        ZoneId zone,
        FailOn failOn,
        @Nullable StoreSettings store,
        String cron,
        @Nullable ListenAddress listen,
        ConfiguredDecisions decisions,
        UpdatePolicy releases,
        PullSettings pulls,
        OwnerMap owners,
        Optional<MailSettings> mail,
        boolean narrowed,
        @Nullable Path configuration) {

    /** Whether the recipes are a bare repository on this machine. */
    boolean isBareRepository() {
        try {
            Path directory = Path.of(String.valueOf(recipes));
            return Files.isRegularFile(directory.resolve("HEAD")) && Files.isDirectory(directory.resolve("objects"));
        } catch (InvalidPathException e) {
            return false; // a URL
        }
    }

    /**
     * What is written must not lie among what is read.
     *
     * @throws ConfigurationException where the pages or the state would go into the recipes' directory
     */
    void requireApart() {
        apart("out", out);
        apart("state", state);
    }

    private void apart(String key, Path directory) {
        try {
            if (recipes != null && Files.isSameFile(directory, Path.of(recipes))) {
                throw ConfigurationException.of(
                                key, key + ": " + directory + " holds the recipes; name a directory of its own", null)
                        .in(configuration);
            }
        } catch (IOException | InvalidPathException e) {
            // One of them is not there, or is a URL: they are not the same.
        }
    }

    /**
     * Time limits. Of one upstream: connecting, each read, and a whole fetch.
     *
     * @param packageLimit of a package in a run
     */
    record Timeouts(Duration connect, Duration read, Duration total, Duration packageLimit) {}
}
