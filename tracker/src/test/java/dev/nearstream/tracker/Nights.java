package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveSettings;
import dev.nearstream.archive.Archives;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.http.HostCredentials;
import dev.nearstream.http.ImpatientWeb;
import dev.nearstream.http.WebServer;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.release.ReleaseSettings;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.release.UpdatePolicy;
import dev.nearstream.score.PolicyReader;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.Stores;
import dev.nearstream.task.Alarm;
import dev.nearstream.task.Stop;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.Taken;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A distribution on disk, its upstreams as git repositories, a store in H2, and runs over all of it. */
final class Nights implements AutoCloseable {
    private static final String HOST = "https://git.example.org/";
    /** Where archives are fetched from. */
    static final String DIST = "https://dist.example.org/";

    /** Of a package, by the alarm. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path directory;
    private final Store store;
    private final Map<String, Past.Addition> additions = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private int runs;
    private UnaryOperator<Upstreams> through = UnaryOperator.identity();
    private @Nullable WebServer lists;
    private CountingUpstreams upstreams = new CountingUpstreams(url -> {
        throw new AssertionError("no run yet");
    });

    Nights(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory.resolve("recipes"));
        store = Stores.openH2(directory.resolve("state"), Clock.systemUTC());
    }

    Store store() {
        return store;
    }

    /** A server that stands for release-monitoring.org and GitHub; without it, git alone is asked. */
    Nights lists(WebServer server) {
        lists = server;
        return this;
    }

    /** What the last run asked of its upstreams. */
    CountingUpstreams upstreams() {
        return upstreams;
    }

    static String url(String upstream) {
        return HOST + upstream + ".git";
    }

    /** An empty upstream, to be filled and closed. */
    FixtureRepository upstream(String name) throws IOException {
        return new FixtureRepository(directory.resolve("upstreams").resolve(name + ".git"));
    }

    Nights file(String path, String text) throws IOException {
        Path file = directory.resolve("recipes").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** An archive that a recipe may fetch from {@link #DIST}; answers its SHA-256. */
    String archive(String name, byte[] bytes) throws Exception {
        Files.write(Files.createDirectories(directory.resolve("dist")).resolve(name), bytes);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** What the recipe repository's history tells of a file. */
    Nights addition(String path, Past.Addition addition) {
        additions.put(path, addition);
        return this;
    }

    /** Past weeks found, from this one on, that upstream has what the package carries now. */
    Nights tookEarlier(String name, String week) throws Exception {
        RecipeDirectory files = new RecipeDirectory(directory.resolve("recipes"));
        RecipeTree tree = new RecipeReader(files).read(name::equals, 1);
        for (RecipeDeltas recipe : new DeltaFinder(files).report(tree, 1).all()) {
            for (Delta delta : recipe.deltas()) {
                CarriedDelta of = CarriedDelta.of(recipe.recipe(), delta);
                taken.add(new Taken(name, of.id(), of.content(), null, null, IsoWeek.parse(week)));
            }
        }
        return this;
    }

    /** What later runs reach their upstreams through. */
    void through(UnaryOperator<Upstreams> between) {
        through = between;
    }

    /** A recipe with one checkout of the upstream of its name, at its version's tag, and one patch {@code x.patch}. */
    Nights recipe(String name, String version) throws IOException {
        return file(name + ".yaml", """
                package: {name: %1$s, version: "%2$s", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%3$s", tag: "${{package.version}}"}
                  - uses: patch
                    with: {patches: x.patch}
                update: {git: {}}
                """.formatted(name, version, url(name)));
    }

    /** A patch of a file with one line. */
    static String change(String file, String from, String to) {
        return "--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-%2$s\n+%3$s\n".formatted(file, from, to);
    }

    RunSummary run(String day) throws Exception {
        return run(day, new Stop(), Progress.SILENT);
    }

    /** A whole run that begins at noon of that day. */
    RunSummary run(String day, Stop stop, Progress progress) throws Exception {
        return run(day, stop, progress, 1, new HandAlarm());
    }

    /** Of so many packages at once, whose time is over when the alarm says so. */
    RunSummary run(String day, Stop stop, Progress progress, int jobs, Alarm alarm) throws Exception {
        Instant start = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        RecipeDirectory files = new RecipeDirectory(directory.resolve("recipes"));
        RecipeTree tree = new RecipeReader(files).read(name -> true, 1);
        DeltaReport deltas = new DeltaFinder(files).report(tree, 1);
        Rewrites rewrites = Rewrites.parse(List.of(
                HOST + "=" + directory.resolve("upstreams") + "/",
                "https://github.com/=" + directory.resolve("github") + "/",
                DIST + "=" + directory.resolve("dist") + "/"));
        MirrorSettings of = MirrorSettings.defaults(directory.resolve("mirrors"));
        MirrorSettings settings = new MirrorSettings(
                of.directory(),
                rewrites,
                true,
                of.perHost(),
                of.connectTimeout(),
                of.readTimeout(),
                of.totalTimeout(),
                of.diskLimit(),
                of.credentials());
        Clock clock = Clock.fixed(start, ZoneOffset.UTC);
        Run wanted = new Run(
                "%sT12-00-00Z-%02d".formatted(day, ++runs), start, null, "recipes", null, null, "", deltas.recipes());
        try (Mirrors mirrors = new Mirrors(settings, DateCache.none(), clock)) {
            Archives archives = new Archives(
                    new ArchiveSettings(directory.resolve("archives"), rewrites, true, ArchiveSettings.LARGEST),
                    mirrors.web(),
                    clock);
            upstreams = new CountingUpstreams(through.apply(Upstreams.of(mirrors, archives, releases(mirrors, clock))));
            Pace pace = new Pace(jobs, LIMIT, alarm);
            return new TrackingRun(store, files, upstreams, past(), PolicyReader.shipped(), clock, pace)
                    .run(wanted, tree, deltas, progress, stop);
        }
    }

    private ReleaseSources releases(Mirrors mirrors, Clock clock) {
        WebServer server = lists;
        if (server == null) {
            return ReleaseSources.gitAlone(mirrors::open);
        }
        Rewrites rewrites = Rewrites.of(
                Map.of("https://release-monitoring.org/", server.uri("/").toString()));
        return ReleaseSources.of(
                mirrors::open,
                new ReleaseSettings(
                        directory.resolve("releases"), rewrites, false, HostCredentials.none(), UpdatePolicy.DEFAULT),
                ImpatientWeb.client(clock),
                clock);
    }

    private Past past() {
        return new Past() {
            @Override
            public Optional<Outcome.Tracked> lastTracked(String packageName) {
                return store.lastTracked(packageName);
            }

            @Override
            public Map<String, LocalDate> avoidableSince(RecipeDeltas carried) {
                return new TakenEarlier(taken).since(carried);
            }

            @Override
            public Optional<LocalDate> carriedSince(String path) {
                return Optional.empty();
            }

            @Override
            public Optional<Addition> addedBy(String path) {
                return Optional.ofNullable(additions.get(path));
            }
        };
    }

    Outcome outcome(String name) {
        return store.lastOutcome(name).orElseThrow().outcome();
    }

    Outcome.Tracked tracked(String name) {
        return (Outcome.Tracked) outcome(name);
    }

    /** The package's only delta. */
    AssessedDelta delta(String name) {
        List<AssessedDelta> deltas = tracked(name).deltas();
        if (deltas.size() != 1) {
            throw new AssertionError("one delta was to be expected: " + deltas);
        }
        return deltas.get(0);
    }

    @Override
    public void close() {
        store.close();
    }
}
