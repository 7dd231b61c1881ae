package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.upstream.Containment.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteHistoryTest {
    private final Path directory;

    private FixtureRepository upstream;
    private GitServer server;
    private String ancient;
    private String fork;
    private String fix;
    private String maintained;

    RemoteHistoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /**
     * <pre>
     * ancient --- old --- fork --- fix --- (40 more) --- v2
     *                        \--- (60 days) --- maintained v1.1
     * </pre>
     */
    @BeforeEach
    void serve() throws IOException {
        upstream = new FixtureRepository(directory.resolve("upstream.git"));
        ancient = upstream.file("a", "ancient\n").commitOn("2020-01-01", "Ancient");
        upstream.file("a", "old\n").commitOn("2021-01-01", "Old");
        fork = upstream.file("a", "fork\n").commitOn("2024-01-01", "Fork");
        upstream.tag("v1");
        fix = upstream.file("a", "fixed\n").commitOn("2024-01-10", "Fix");
        for (int i = 0; i < 5; i++) {
            upstream.file("b", i + "\n").commitOn("2024-02-0" + (i + 1), "Work " + i);
        }
        upstream.tag("v2");
        String main = upstream.head();
        maintained = upstream.checkout(fork).file("b", "maintained\n").commitOn("2024-07-01", "Maintain");
        upstream.tag("v1.1");
        upstream.checkout(main);
        server = new GitServer(upstream.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        upstream.close();
    }

    @Test
    void isFetchedOnceFromTheOlderRevisionOn() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            try (History history = mirror.history("v1", "v2")) {
                assertThat(history.between("v1", "v2", List.of("a"), 10).changes())
                        .extracting(Change::commit)
                        .containsExactly(fix);
                assertThat(history.contains("v2", fix).yes()).isTrue();
                assertThat(history.contains("v1", fix).no()).isTrue();
                assertThat(history.divergence("v2", "v1").ahead()).isEqualTo(6);
                assertThat(history.change(ancient)).isEmpty();
                assertThat(history.contains("v2", ancient).answer()).isEqualTo(Answer.UNKNOWN);
            }
            int asked = server.requests().size();
            mirror.history("v1", "v2").close();
            assertThat(server.requests()).hasSize(asked);
        }
        try (Mirrors offline = mirrors(true);
                History history = offline.open(server.url()).history("v1", "v2")) {
            assertThat(history.contains("v2", fix).yes()).isTrue();
        }
    }

    @Test
    void looksFurtherBackWhereAMaintenanceBranchForked() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            try (History history = mirrors.open(server.url()).history("v1.1", "v2")) {
                assertThat(history.contains("v1.1", fix).no()).isTrue();
                assertThat(history.divergence("v2", "v1.1")).isEqualTo(new Divergence(6, 1, fork, ""));
                assertThat(history.between("v1.1", "v2", List.of("a"), 9).complete())
                        .isTrue();
            }
        }
    }

    @Test
    void saysHowFarBackItWent() throws Exception {
        upstream.checkout(ancient).file("c", "lost\n").commitOn("2024-03-01", "A branch of long ago");
        upstream.tag("v0.1");
        try (Mirrors mirrors = mirrors(false);
                History history = mirrors.open(server.url()).history("v0.1", "v2")) {
            Divergence divergence = history.divergence("v0.1", "v2");
            assertThat(divergence.known()).isFalse();
            assertThat(divergence.gap())
                    .contains("history is cut before commit")
                    .contains("fetched back to 2023-01-0");
            assertThat(history.contains("v0.1", fix).answer()).isEqualTo(Answer.UNKNOWN);
        }
    }

    @Test
    void anotherStreamsTagsStay() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.history("v1", "v2").close();
            mirror.history("v1", "v1.1").close();
        }
        try (Mirrors offline = mirrors(true);
                History history = offline.open(server.url()).history("v1", "v2")) {
            assertThat(history.contains("v1.1", maintained).yes()).isTrue();
            assertThat(history.contains("v2", fix).yes()).isTrue();
        }
    }

    @Test
    void offlineNothingIsKnownAndTreesAreStillRead() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).tree("v1").close();
            mirrors.open(server.url()).tree("v2").close();
        }
        try (Mirrors offline = mirrors(true)) {
            Mirror mirror = offline.open(server.url());
            try (History history = mirror.history("v1", "v2")) {
                assertThat(history.contains("v2", fix).reason())
                        .isEqualTo("offline, and this history was never fetched");
            }
            mirror.tree("v2").close();
        }
    }

    @Test
    void aServerThatFailsMakesHistoryUnknown() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.tree("v1").close();
            mirror.tree("v2").close();
            server.intercept(exchange -> GitServer.answer(exchange, 403));
            try (History history = mirror.history("v1", "v2")) {
                assertThat(history.contains("v2", fix).reason())
                        .startsWith("history could not be fetched")
                        .contains("403");
            }
            int asked = server.requests().size();
            mirror.history("v1", "v2").close();
            assertThat(server.requests()).hasSize(asked);
        }
    }

    @Test
    void aRevisionThatIsNotThereIsUnknown() throws Exception {
        try (Mirrors mirrors = mirrors(false);
                History history = mirrors.open(server.url()).history("v1", "v9")) {
            assertThat(history.contains("v1", fix).reason()).contains("v9");
        }
    }

    @Test
    void whatWasLeftHalfMadeIsMadeAnew() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).history("v1", "v2").close();
        }
        Path history = mirrorDirectory().resolve("history.git");
        Files.delete(history.resolve("HEAD"));
        Files.createDirectories(mirrorDirectory().resolve("history.new/objects"));
        try (Mirrors mirrors = mirrors(false);
                History anew = mirrors.open(server.url()).history("v1", "v2")) {
            assertThat(anew.contains("v2", fix).yes()).isTrue();
        }
        assertThat(mirrorDirectory().resolve("history.new")).doesNotExist();
    }

    private Path mirrorDirectory() throws IOException {
        try (Stream<Path> mirrors = Files.list(directory.resolve("state"))) {
            return mirrors.filter(path -> !path.endsWith(MirrorFiles.LOCKS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Mirrors mirrors(boolean offline) {
        MirrorSettings settings = new MirrorSettings(
                directory.resolve("state"),
                Rewrites.none(),
                offline,
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(40),
                0,
                HostCredentials.none());
        return new Mirrors(settings, DateCache.none(), Clock.systemUTC());
    }
}
