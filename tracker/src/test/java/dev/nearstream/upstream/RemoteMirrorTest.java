package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.HeardTraffic;
import dev.nearstream.http.HostCredentials;
import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteMirrorTest {
    private final Path directory;

    private FixtureRepository upstream;
    private GitServer server;
    private String first;
    private String second;

    RemoteMirrorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final HeardTraffic traffic = new HeardTraffic();

    @BeforeEach
    void serve() throws IOException {
        upstream = new FixtureRepository(directory.resolve("upstream.git"));
        first = upstream.file("README", "one\n").file("src/a.c", "a\n").commit("One");
        upstream.tag("v1");
        second = upstream.file("README", "two\n").commit("Two");
        upstream.annotate("v2");
        upstream.file("README", "three\n").commit("Three");
        server = new GitServer(upstream.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        upstream.close();
    }

    @Test
    void refsComeAloneAndOnceARun() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Refs refs = mirrors.open(server.url()).refs();
            assertThat(refs.tags()).containsOnlyKeys("v1", "v2");
            assertThat(refs.tag("v2").orElseThrow().commit()).isEqualTo(second);
            assertThat(refs.tag("v2").orElseThrow().object()).isNotEqualTo(second);
            assertThat(refs.defaultBranch()).isEqualTo("main");
            int asked = server.requests().size();
            assertThat(mirrors.open(server.url()).refs()).isSameAs(refs);
            assertThat(server.requests()).hasSize(asked);
        }
        try (var all = Files.walk(state())) {
            assertThat(all.filter(path -> path.endsWith("objects.git"))).isEmpty();
        }
    }

    @Test
    void fetchesOneCommitOnceAndKeepsEach() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            assertThat(text(mirror, "v1", "README")).isEqualTo("one\n");
            assertThat(text(mirror, "refs/tags/v2", "README")).isEqualTo("two\n");
            assertThat(text(mirror, "main", "README")).isEqualTo("three\n");
            assertThat(text(mirror, second, "src/a.c")).isEqualTo("a\n");
            int asked = server.requests().size();
            assertThat(text(mirror, first, "README")).isEqualTo("one\n");
            assertThat(server.requests()).hasSize(asked);
        }
        try (Repository mirror = repository()) {
            assertThat(mirror.getRefDatabase().getRefsByPrefix("refs/nearstream/"))
                    .extracting(ref -> ref.getName())
                    .containsExactlyInAnyOrder(
                            "refs/nearstream/tags/v1", "refs/nearstream/tags/v2", "refs/nearstream/heads/main");
            assertThat(mirror.getObjectDatabase().getShallowCommits()).hasSize(3);
        }
        try (Mirrors offline = mirrors(true)) {
            Mirror mirror = offline.open(server.url());
            assertThat(text(mirror, "v2", "README")).isEqualTo("two\n");
        }
    }

    @Test
    void offlineSaysWhatWasNeverFetched() throws Exception {
        try (Mirrors offline = mirrors(true)) {
            assertKind(Kind.OFFLINE, () -> offline.open(server.url()).refs());
        }
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).refs();
        }
        try (Mirrors offline = mirrors(true)) {
            Mirror mirror = offline.open(server.url());
            assertThat(mirror.refs().tags()).hasSize(2);
            assertKind(Kind.OFFLINE, () -> mirror.tree("v1"));
            assertThat(mirror.dates(mirror.refs().tags().values())).isEmpty();
        }
        assertThat(server.requests()).allMatch(request -> !request.path().contains("v1"));
    }

    @Test
    void datesTagsWithoutTheirTreesAndRemembersThem() throws Exception {
        upstream.repository().getConfig().setBoolean("uploadpack", null, "allowFilter", true);
        Map<String, Instant> kept = new HashMap<>();
        try (Mirrors mirrors = mirrors(false, cache(kept))) {
            Mirror mirror = mirrors.open(server.url());
            assertThat(mirror.dates(mirror.refs().tags().values()))
                    .containsEntry("v1", FixtureRepository.START)
                    .containsEntry("v2", FixtureRepository.START.plus(Duration.ofDays(2)));
            int asked = server.requests().size();
            mirror.dates(mirror.refs().tags().values());
            assertThat(server.requests()).hasSize(asked);
        }
        assertThat(kept).hasSize(2);
    }

    @Test
    void aServerWithoutFiltersLeavesTagsUndated() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            assertThat(mirror.dates(mirror.refs().tags().values())).isEmpty();
            mirror.tree("v1").close();
            assertThat(mirror.dates(mirror.refs().tags().values())).containsOnlyKeys("v1");
        }
    }

    @Test
    void whatAKilledProcessLeftIsCleared() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).tree("v1").close();
        }
        Path git = mirrorDirectory().resolve("objects.git");
        Files.createFile(git.resolve("shallow.lock"));
        Files.createFile(git.resolve("config.lock"));
        Files.createFile(git.resolve("refs/nearstream/tags/v2.lock"));
        Files.createFile(git.resolve("objects/incoming_1.pack"));
        Files.createDirectories(mirrorDirectory().resolve("objects.new/objects"));
        try (Mirrors mirrors = mirrors(false)) {
            assertThat(text(mirrors.open(server.url()), "v2", "README")).isEqualTo("two\n");
        }
        assertThat(git.resolve("shallow.lock")).doesNotExist();
        assertThat(git.resolve("objects/incoming_1.pack")).doesNotExist();
        Files.delete(git.resolve("HEAD"));
        try (Mirrors mirrors = mirrors(false)) {
            assertThat(text(mirrors.open(server.url()), "v1", "README")).isEqualTo("one\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "shallow", "HEAD", "*.pack", "*.idx"})
    void whatIsDamagedIsFetchedAnewInTheSameRun(String damaged) throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).tree("v1").close();
        }
        try (Stream<Path> all = Files.walk(mirrorDirectory().resolve("objects.git"))) {
            PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + damaged);
            for (Path file : all.filter(path -> glob.matches(path.getFileName()))
                    .filter(Files::isRegularFile)
                    .toList()) {
                file.toFile().setWritable(true);
                Files.writeString(file, "garbage");
            }
        }
        try (Mirrors mirrors = mirrors(false)) {
            assertThat(text(mirrors.open(server.url()), "v1", "README")).isEqualTo("one\n");
        }
    }

    private static void endlessRefs(OutputStream out) throws IOException {
        String hash = "1".repeat(40);
        for (int i = 0; i < 2_000_000; i++) {
            String line = hash + " refs/heads/%07d\n".formatted(i);
            out.write("%04x%s".formatted(line.length() + 4, line).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void assertBounded() {
        try (Mirrors mirrors = mirrors(false)) {
            assertThatThrownBy(() -> mirrors.open(server.url()).refs())
                    .hasMessageContaining("the server's list of refs is longer than");
        }
    }

    @Test
    void aListOfRefsHasABound() {
        server.intercept(exchange -> GitServer.answer(exchange, "application/x-git-upload-pack-advertisement", out -> {
            out.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
            endlessRefs(out);
        }));
        assertBounded();
        assertThat(server.requests()).as("it is not tried again").hasSize(1);
    }

    @Test
    void aListOfRefsHasABoundInProtocolTwoAlso() {
        server.intercept(exchange -> exchange.getRequestMethod().equals("GET")
                ? GitServer.answer(
                        exchange,
                        "application/x-git-upload-pack-advertisement",
                        out -> out.write(
                                "001e# service=git-upload-pack\n0000000eversion 2\n000cls-refs\n000afetch\n0000"
                                        .getBytes(StandardCharsets.US_ASCII)))
                : GitServer.answer(exchange, "application/x-git-upload-pack-result", RemoteMirrorTest::endlessRefs));
        assertBounded();
        assertThat(server.requests()).as("the capabilities, and the refs once").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "x"})
    void aConfigurationOfAnotherFormatIsDamageToo(String version) throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).tree("v1").close();
        }
        Files.writeString(
                mirrorDirectory().resolve("objects.git/config"),
                "[core]\n\trepositoryformatversion = " + version + "\n\tbare = true\n");
        try (Mirrors offline = mirrors(true)) {
            assertThatThrownBy(() -> offline.open(server.url()).tree("v1"))
                    .hasMessageContaining("its mirror is damaged");
        }
        try (Mirrors mirrors = mirrors(false)) {
            assertThat(text(mirrors.open(server.url()), "v1", "README")).isEqualTo("one\n");
        }
    }

    @Test
    void aTagOfNoCommitLeavesTheOthersAlone() throws Exception {
        try (ObjectInserter inserter = upstream.repository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "a key".getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            RefUpdate update = upstream.repository().updateRef("refs/tags/key");
            update.setNewObjectId(blob);
            update.update();
        }
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.tree("v1").close();
            assertThatThrownBy(() -> mirror.tree("key")).isInstanceOf(UpstreamException.class);
            int asked = server.requests().size();
            assertThat(text(mirror, "v1", "README")).isEqualTo("one\n");
            assertThat(server.requests())
                    .as("what was fetched before is still there")
                    .hasSize(asked);
        }
    }

    @Test
    void namesWhatIsNotThere() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            assertKind(Kind.NO_REF, () -> mirror.tree("v9"));
            assertThatThrownBy(() -> mirror.tree("v9"))
                    .hasMessageContaining(server.url() + " v9: there is no such tag");
            server.intercept(exchange -> GitServer.answer(exchange, 404));
            assertKind(Kind.NOT_FOUND, () -> mirrors.open(server.url() + "x").refs());
            server.intercept(exchange -> GitServer.answer(exchange, 401));
            assertKind(Kind.DENIED, () -> mirrors.open(server.url() + "y").refs());
            int asked = server.requests().size();
            server.intercept(exchange -> GitServer.answer(exchange, 403));
            assertKind(Kind.DENIED, () -> mirrors.open(server.url() + "z").refs());
            assertThat(server.requests()).hasSize(asked + 1);
        }
    }

    @Test
    void aServersFaultIsTriedAgain() throws Exception {
        AtomicInteger count = new AtomicInteger();
        server.intercept(exchange -> count.incrementAndGet() <= 2 && GitServer.answer(exchange, 503));
        try (Mirrors mirrors = mirrors(false)) {
            assertThat(mirrors.open(server.url()).refs().tags()).hasSize(2);
        }
        assertThat(traffic.heard())
                .startsWith("503", "again", "503", "again", "200")
                .endsWith("git");
        server.intercept(exchange -> GitServer.answer(exchange, 429));
        try (Mirrors mirrors = mirrors(false)) {
            assertKind(Kind.FAILED, () -> mirrors.open(server.url()).refs());
        }
    }

    @Test
    void aServerThatSaysNothingIsLeftAndItsHostPutOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                Mirrors mirrors = impatient()) {
            String url = "http://localhost:" + silent.getLocalPort() + "/";
            assertKind(Kind.UNREACHABLE, () -> mirrors.open(url + "a").refs());
            assertKind(Kind.HOST_OUT, () -> mirrors.open(url + "b").refs());
            assertThatThrownBy(() -> mirrors.open(url + "b").refs()).hasMessageContaining("said nothing for 200 ms");
        }
    }

    @Test
    void aServerThatTricklesIsLeftWhenTheTotalTimeIsOver() throws Exception {
        try (TricklingServer trickling = new TricklingServer(Duration.ofMillis(20));
                Mirrors mirrors = impatient()) {
            assertKind(Kind.FAILED, () -> mirrors.open(trickling.url()).refs());
            assertThatThrownBy(() -> mirrors.open(trickling.url()).refs()).hasMessageContaining("in all");
        }
    }

    @Test
    void threeFailuresToConnectPutAHostOut() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (Mirrors mirrors = mirrors(false)) {
            for (String name : List.of("a", "b", "c")) {
                assertKind(
                        Kind.UNREACHABLE,
                        () -> mirrors.open("http://localhost:" + port + "/" + name)
                                .refs());
            }
            assertKind(
                    Kind.HOST_OUT,
                    () -> mirrors.open("http://localhost:" + port + "/d").refs());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "git"})
    void anUnknownHostIsOutAtOnce(String scheme) throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            assertThatThrownBy(
                            () -> mirrors.open(scheme + "://nowhere.invalid/a").refs())
                    .hasMessage(scheme + "://nowhere.invalid/a: unknown host nowhere.invalid");
            assertKind(
                    Kind.HOST_OUT,
                    () -> mirrors.open(scheme + "://nowhere.invalid/b").refs());
        }
    }

    @Test
    void credentialsGoToTheirHostAndNotAlongARedirect() throws Exception {
        try (GitServer other = new GitServer(upstream.repository());
                Mirrors mirrors = mirrors(false)) {
            assertThat(mirrors.open(server.url()).refs().tags()).hasSize(2);
            assertThat(server.requests()).allMatch(request -> request.authorization() != null);
            server.intercept(exchange -> {
                exchange.getResponseHeaders()
                        .set("Location", other.url("127.0.0.1") + "/info/refs?service=git-upload-pack");
                return GitServer.answer(exchange, 302);
            });
            assertThat(mirrors.open(server.url() + "/moved").refs().tags()).hasSize(2);
            assertThat(other.requests()).isNotEmpty().allMatch(request -> request.authorization() == null);
        }
    }

    @Test
    void noMessageShowsAUserOrASecret() throws Exception {
        server.intercept(exchange -> GitServer.answer(exchange, 401));
        try (Mirrors mirrors = mirrors(false)) {
            String url = server.url().replace("http://", "http://somebody:hidden@");
            assertThatThrownBy(() -> mirrors.open(url).refs()).satisfies(thrown -> {
                for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                    assertThat(String.valueOf(cause.getMessage())).doesNotContain("hidden", "somebody", "s3cret");
                }
            });
        }
    }

    @Test
    void aMirrorThatAnotherHoldsIsLeftAlone() throws Exception {
        try (Mirrors patient = mirrors(false)) {
            patient.open(server.url()).refs();
        }
        try (Mirrors mirrors = impatient()) {
            Mirror mirror = mirrors.open(server.url());
            Path lock =
                    state().resolve(MirrorFiles.LOCKS).resolve(mirrorDirectory().getFileName());
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                MirrorLock held = other.submit(
                                () -> MirrorLock.acquire(lock, Duration.ZERO).orElseThrow())
                        .get();
                assertKind(Kind.LOCKED, () -> mirror.tree("v1"));
                assertThat(mirrors.prune(Set.of())).isZero();
                other.submit(() -> {
                            held.close();
                            return true;
                        })
                        .get();
            } finally {
                other.shutdown();
            }
            assertThat(text(mirror, "v1", "README")).isEqualTo("one\n");
            assertThat(mirrors.prune(Set.of(mirrors.effectiveUrl(server.url()))))
                    .isZero();
            assertThat(mirrors.prune(Set.of())).isOne();
            assertThat(state().resolve(MirrorFiles.LOCKS)).isNotEmptyDirectory();
            assertThat(text(mirror, "v1", "README")).isEqualTo("one\n");
            assertThat(new MirrorPruning(state()).shrinkTo(1 << 20)).isZero();
            assertThat(new MirrorPruning(state()).shrinkTo(100)).isOne();
        }
    }

    static void assertKind(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UpstreamException.class, thrown -> {
            assertThat(thrown.kind()).as(thrown.getMessage()).isEqualTo(kind);
            assertThat(thrown.getMessage()).doesNotContain("\n");
        });
    }

    private static String text(Mirror mirror, String revision, String path) throws UpstreamException {
        try (SourceTree tree = mirror.tree(revision)) {
            return new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8);
        }
    }

    private Path state() {
        return directory.resolve("state");
    }

    private Path mirrorDirectory() throws IOException {
        try (var all = Files.list(state())) {
            return all.filter(path -> !path.endsWith(MirrorFiles.LOCKS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Repository repository() throws IOException {
        return LocalRepositories.build(mirrorDirectory().resolve("objects.git"));
    }

    private Mirrors mirrors(boolean offline) {
        return mirrors(offline, DateCache.none());
    }

    private Mirrors mirrors(boolean offline, DateCache cache) {
        return mirrors(offline, cache, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /** For servers that hang: with a good one, a busy machine would be too slow for it. */
    private Mirrors impatient() {
        return mirrors(false, DateCache.none(), Duration.ofMillis(200), Duration.ofMillis(1500));
    }

    private Mirrors mirrors(boolean offline, DateCache cache, Duration read, Duration total) {
        MirrorSettings settings = new MirrorSettings(
                state(),
                Rewrites.none(),
                offline,
                2,
                Duration.ofSeconds(10),
                read,
                total,
                0,
                HostCredentials.of(Map.of("NEARSTREAM_TOKEN_LOCALHOST", "s3cret"), directory));
        return new Mirrors(settings, cache, Clock.systemUTC(), new Network(settings, Duration.ofMillis(1), traffic));
    }

    private static DateCache cache(Map<String, Instant> kept) {
        return new DateCache() {
            @Override
            public Map<String, Instant> find(Collection<String> objects) {
                Map<String, Instant> found = new HashMap<>(kept);
                found.keySet().retainAll(objects);
                return found;
            }

            @Override
            public void put(Map<String, Instant> dates) {
                kept.putAll(dates);
            }
        };
    }
}
