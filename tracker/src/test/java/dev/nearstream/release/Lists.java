package dev.nearstream.release;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.http.ImpatientWeb;
import dev.nearstream.http.WebServer;
import dev.nearstream.upstream.Rewrites;
import dev.nearstream.upstream.UpstreamException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** The sources of one run: its servers of lists are one on this machine, its repositories all the same. */
final class Lists {
    static final String RELEASE_MONITOR = "/api/v2/versions/";
    private final Path directory;
    private final WebServer server;
    private final TaggedMirror mirror;

    Lists(Path directory, WebServer server, TaggedMirror mirror) {
        this.directory = directory;
        this.server = server;
        this.mirror = mirror;
    }

    /** A run at noon of a day, with a token for GitHub or without. */
    ReleaseSources on(String day, boolean token, boolean offline) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        Rewrites rewrites = Rewrites.of(Map.of(
                "https://release-monitoring.org/", server.uri("/").toString(),
                "https://api.github.com/", server.uri("/").toString(),
                "https://registry.example.org/", server.uri("/").toString()));
        HostCredentials credentials = HostCredentials.of(
                token ? Map.of("NEARSTREAM_TOKEN_GITHUB_COM", "s3cret") : Map.of(), directory.resolve("nobody"));
        return ReleaseSources.of(
                url -> mirror,
                new ReleaseSettings(directory, rewrites, offline, credentials, UpdatePolicy.DEFAULT),
                ImpatientWeb.client(clock),
                clock);
    }

    ReleaseSources on(String day) {
        return on(day, true, false);
    }

    static Listing list(ReleaseSources sources, String version, String blocks) throws UpstreamException {
        return new RecipeReleases(OneRecipe.of(version, blocks), sources).list();
    }

    static ReleaseStanding standing(ReleaseSources sources, String version, String blocks) throws UpstreamException {
        RecipeReleases releases = new RecipeReleases(OneRecipe.of(version, blocks), sources);
        return releases.standing(releases.list(), null, Instant.parse("2026-06-30T12:00:00Z"));
    }

    static String newest(ReleaseStanding standing) {
        Release newest = standing.newest();
        return newest == null ? "none: " + standing.reason() : newest.version().text();
    }
}
