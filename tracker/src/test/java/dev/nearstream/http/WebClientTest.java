package dev.nearstream.http;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.cut;
import static dev.nearstream.http.WebServer.endless;
import static dev.nearstream.http.WebServer.redirect;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.WebException.Kind;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebClientTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final WebServer server;
    private final Path file;
    private final List<Duration> slept = new ArrayList<>();
    private WebClient client;

    WebClientTest(@TempDir Path directory) throws IOException {
        server = new WebServer();
        file = directory.resolve("file");
        client = client(LONG, LONG);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebClient client(Duration read, Duration total) {
        HttpSettings settings = new HttpSettings(
                4,
                LONG,
                read,
                total,
                HostCredentials.of(Map.of("NEARSTREAM_TOKEN_LOCALHOST", "s3cret"), Path.of("/nowhere")));
        return new WebClient(settings, Clock.fixed(NOW, ZoneOffset.UTC), slept::add);
    }

    private String download(String path) throws Exception {
        long length = client.download(server.uri(path), file, 1000);
        assertThat(file).hasSize(length);
        return Files.readString(file);
    }

    private static void assertFails(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WebException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void writesWhatTheServerSends() throws Exception {
        Files.writeString(file, "what was here before, and longer");
        server.on("/a", body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(slept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "410, NOT_FOUND", "401, DENIED", "403, DENIED", "418, FAILED"})
    void anAnswerThatIsFinalIsNotAskedForAgain(int status, Kind kind) {
        server.on("/a", status(status));
        assertFails(kind, String.valueOf(status), () -> download("/a"));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServersFaultIsTriedAgainAfterLongerAndLongerWaits() throws Exception {
        server.on("/a", status(503), status(500), status(502), body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(slept).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    @Test
    void whoListensHearsEachRequestAndEachRetry() throws Exception {
        HeardTraffic traffic = new HeardTraffic();
        HttpSettings settings = new HttpSettings(4, LONG, LONG, LONG, HostCredentials.none());
        WebClient heard = new WebClient(settings, Clock.fixed(NOW, ZoneOffset.UTC), slept::add, traffic);
        server.on("/a", status(503), body("hello"));
        heard.download(server.uri("/a"), file, 1000);
        server.on("/b", status(404));
        assertThat(heard.exchange(WebRequest.get(server.uri("/b"))).status()).isEqualTo(404);
        URI closed = server.uri("/c");
        server.close();
        assertThatThrownBy(() -> heard.exchange(WebRequest.get(closed))).isInstanceOf(WebException.class);
        assertThat(traffic.heard()).containsExactly("503", "again", "200", "404", "none");
    }

    @Test
    void aServersFaultThatStaysIsTold() {
        server.on("/a", status(503));
        assertFails(Kind.FAILED, "the server answers 503", () -> download("/a"));
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Sun, 01 Mar 2026 00:00:11 GMT', 11", "'Sun, 01 Mar 2020 00:00:00 GMT', 0"})
    void waitsAsLongAsTheServerAsks(String header, int seconds) throws Exception {
        server.on("/a", status(429).header("Retry-After", header), body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(slept).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void doesNotWaitForHours() {
        server.on("/a", status(429).header("Retry-After", "3600"));
        assertFails(Kind.FAILED, "429", () -> download("/a"));
        assertThat(slept).isEmpty();
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws Exception {
        server.on(
                "/a",
                cut("hel", 5).header("ETag", "\"1\""),
                body(206, "lo".getBytes(StandardCharsets.UTF_8)).header("Content-Range", "bytes 3-4/5"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(server.requests().get(1).range()).isEqualTo("bytes=3-");
        assertThat(server.requests().get(1).ifRange()).isEqualTo("\"1\"");
    }

    @Test
    void beginsAnewWhereTheContentIsAnotherMeanwhile() throws Exception {
        server.on("/a", cut("hel", 5).header("ETag", "\"1\""), body("world").header("ETag", "\"2\""));
        assertThat(download("/a")).isEqualTo("world");
    }

    @Test
    void beginsAnewWhereNothingTellsWhetherItIsTheSame() throws Exception {
        server.on("/a", cut("hel", 5).header("ETag", "W/\"1\""), body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(server.requests().get(1).range()).isNull();
    }

    @Test
    void beginsAnewWhereTheServerSendsAnotherPart() throws Exception {
        server.on(
                "/a",
                cut("hel", 5).header("ETag", "\"1\""),
                body(206, "ello".getBytes(StandardCharsets.UTF_8)).header("Content-Range", "bytes 1-4/5"),
                body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
    }

    @Test
    void beginsAnewWhereTheServerHasLessThanWasAskedFor() throws Exception {
        server.on("/a", cut("hel", 5).header("ETag", "\"1\""), status(416), body("he"));
        assertThat(download("/a")).isEqualTo("he");
    }

    @Test
    void takesNoMoreThanIsAllowed() {
        server.on("/endless", endless()).on("/said", body(200, new byte[1001]));
        assertFails(Kind.TOO_LARGE, "1,000 bytes", () -> download("/endless"));
        assertFails(Kind.TOO_LARGE, "1,000 bytes", () -> download("/said"));
        assertThat(slept).isEmpty();
    }

    @Test
    void followsRedirects() throws Exception {
        server.on("/a", redirect("/b"))
                .on("/b", redirect(server.uri("/c").toString()))
                .on("/c", body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
    }

    @Test
    void leavesACircleOfRedirects() {
        server.on("/a", redirect("/b")).on("/b", redirect("/a"));
        assertFails(Kind.FAILED, "more than 10 redirects", () -> download("/a"));
        assertThat(server.requests()).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, REFUSED",
        "ftp://example.org/x, REFUSED",
        "http://user:s3cret@/x, REFUSED",
        "'http://a b/s3cret@', FAILED"
    })
    void followsNoRedirectToWhatIsNoWebAddress(String to, Kind kind) {
        server.on("/a", redirect(to));
        assertFails(kind, "", () -> download("/a"));
    }

    @Test
    void credentialsGoToTheirHostAndNotAlongARedirect() throws Exception {
        server.on("/a", redirect("http://127.0.0.1:" + server.port() + "/b")).on("/b", body("hello"));
        assertThat(download("/a")).isEqualTo("hello");
        assertThat(server.requests().get(0).authorization()).startsWith("Basic ");
        assertThat(server.requests().get(1).authorization()).isNull();
    }

    @Test
    void threeFailuresToConnectPutAHostOut() throws Exception {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://localhost:" + socket.getLocalPort() + "/a");
        }
        for (int i = 0; i < 3; i++) {
            assertFails(Kind.UNREACHABLE, "cannot connect to localhost", () -> client.download(closed, file, 10));
        }
        assertFails(Kind.HOST_OUT, "not asked again in this run", () -> client.download(closed, file, 10));
    }

    @Test
    void anUnknownHostIsOutAtOnce() {
        URI unknown = URI.create("https://no-such-host.invalid/a?token=s3cret");
        assertFails(Kind.UNREACHABLE, "unknown host no-such-host.invalid", () -> client.download(unknown, file, 10));
        assertFails(Kind.HOST_OUT, "not asked again", () -> client.download(unknown, file, 10));
    }

    @Test
    void aServerThatSaysNothingIsLeft() {
        client = client(Duration.ofMillis(50), LONG);
        server.on("/a", exchange -> {
            try {
                Thread.sleep(LONG.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertFails(Kind.HOST_OUT, "said nothing", () -> download("/a"));
    }

    @Test
    void aDownloadThatNeverEndsIsLeftWhenTheTotalTimeIsOver() {
        client = client(LONG, Duration.ofMillis(300));
        server.on("/a", endless());
        assertFails(
                Kind.FAILED,
                "took longer than 300 ms in all",
                () -> client.download(server.uri("/a"), file, Long.MAX_VALUE));
    }

    @Test
    void aCancelledDownloadEndsAndSaysNothingOfTheHost() throws Exception {
        Task task = new Task();
        server.on("/silent", exchange -> task.cancel(), body("later"));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> task.run(() -> {
                        try {
                            return download("/silent");
                        } catch (Exception e) {
                            throw new AssertionError("the cancelling was taken for a failure", e);
                        }
                    }))
                    .isInstanceOf(TaskCancelledError.class);
        }
        assertThat(server.requests())
                .as("the JDK's client may send a request that was broken off once more; a new attempt of ours is none")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(download("/silent")).isEqualTo("later");
    }
}
