package dev.nearstream.http;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.WebException.Kind;
import dev.nearstream.http.WebRequest.Method;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebExchangeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final WebServer server;
    private final Path directory;
    private final List<Duration> slept = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final WebClient client =
            new WebClient(new HttpSettings(4, LONG, LONG, LONG, HostCredentials.none()), clock, slept::add);

    WebExchangeTest(@TempDir Path directory) throws IOException {
        this.directory = directory.resolve("answers");
        server = new WebServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebRequest get(String path) {
        return WebRequest.get(server.uri(path)).authorizedBy("Bearer s3cret");
    }

    private WebRequest post(String path) {
        return WebRequest.json(Method.POST, server.uri(path), "{}").authorizedBy("Bearer s3cret");
    }

    private static void assertFails(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WebException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "204", "401", "403", "404", "409", "422"})
    void anAnswerBelow500IsTheCallersToJudge(int status) throws Exception {
        server.on("/a", status(status));
        assertThat(client.exchange(get("/a")).status()).isEqualTo(status);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).authorization()).isEqualTo("Bearer s3cret");
    }

    @Test
    void sendsTheMethodAndTheBody() throws Exception {
        server.on("/a", exchange -> {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String said = exchange.getRequestMethod() + " " + new String(sent, StandardCharsets.UTF_8);
            body(201, said.getBytes(StandardCharsets.UTF_8)).to(exchange);
        });
        assertThat(client.exchange(WebRequest.json(Method.PATCH, server.uri("/a"), "{\"ü\":1}"))
                        .text())
                .isEqualTo("PATCH {\"ü\":1}");
    }

    @Test
    void aServersFaultIsAskedForAgainWhereThatDoesNoHarm() throws Exception {
        server.on("/a", status(500), status(502), body("there"));
        assertThat(client.exchange(get("/a")).text()).isEqualTo("there");
        assertThat(slept).hasSize(2);
    }

    @Test
    void whatMayHaveBeenDoneIsNotAskedForTwice() {
        server.on("/a", status(502), body("there"));
        assertFails(Kind.FAILED, "502; the server may have done", () -> client.exchange(post("/a")));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After, 7, 7",
        "403, Retry-After, 7, 7",
        "503, Retry-After, 7, 7",
        "429, X-Other, 0, 60",
    })
    void waitsWhereTheServerSaysThatItDidNothing(int status, String header, String value, int seconds)
            throws Exception {
        server.on("/a", status(status).header(header, value), body("there"));
        assertThat(client.exchange(post("/a")).text()).isEqualTo("there");
        assertThat(slept).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"X-RateLimit", "RateLimit"})
    void waitsUntilTheLimitBeginsAnew(String prefix) throws Exception {
        server.on(
                "/a",
                status(prefix.equals("RateLimit") ? 429 : 403)
                        .header(prefix + "-Remaining", "0")
                        .header(prefix + "-Reset", String.valueOf(NOW.getEpochSecond() + 20)),
                body("there"));
        assertThat(client.exchange(get("/a")).text()).isEqualTo("there");
        assertThat(slept).containsExactly(Duration.ofSeconds(21));
    }

    @Test
    void aHostThatWantsALongRestIsNotAskedAgain() {
        server.on(
                "/a",
                status(403)
                        .header("X-RateLimit-Remaining", "0")
                        .header("X-RateLimit-Reset", String.valueOf(NOW.getEpochSecond() + 3000)));
        assertFails(Kind.RATE_LIMITED, "until 2026-03-01T00:50:01Z", () -> client.exchange(get("/a")));
        assertFails(Kind.HOST_OUT, "asked too often", () -> client.exchange(get("/b")));
        assertThat(server.requests()).hasSize(1);
        assertThat(slept).isEmpty();
    }

    @Test
    void aRefusalThatIsNoLimitIsAnAnswer() throws Exception {
        server.on("/a", status(403).header("X-RateLimit-Remaining", "12"));
        assertThat(client.exchange(get("/a")).status()).isEqualTo(403);
    }

    @Test
    void followsAMovedRepositoryAndTakesNoAuthorizationElsewhere() throws Exception {
        try (WebServer other = new WebServer()) {
            server.on("/old", WebServer.redirect("/new"));
            server.on("/new", status(301).header("Location", other.uri("/x").toString()));
            other.on("/x", body("there"));
            assertThat(client.exchange(get("/old")).text()).isEqualTo("there");
            assertThat(server.requests())
                    .extracting(WebServer.Request::authorization)
                    .containsOnly("Bearer s3cret");
            assertThat(other.requests().get(0).authorization()).isNull();
        }
    }

    @Test
    void whatIsDoneIsLedNoFurtherThanItsHost() throws Exception {
        server.on("/old", status(307).header("Location", "/new")).on("/new", status(201));
        assertThat(client.exchange(post("/old")).status()).isEqualTo(201);
        server.on("/see-other", status(303).header("Location", "/new"));
        assertFails(Kind.FAILED, "redirects (303)", () -> client.exchange(post("/see-other")));
        server.on("/away", status(308).header("Location", "http://localhost:1/"));
        assertFails(Kind.FAILED, "redirects (308)", () -> client.exchange(post("/away")));
    }

    @Test
    void leavesACircle() {
        server.on("/a", WebServer.redirect("/a"));
        assertFails(Kind.FAILED, "more than 10 redirects", () -> client.exchange(get("/a")));
    }

    @Test
    void takesNoMoreThanIsAllowed() {
        server.on("/a", WebServer.endless());
        WebRequest small = new WebRequest(Method.GET, server.uri("/a"), java.util.Map.of(), null, null, 100);
        assertFails(Kind.TOO_LARGE, "", () -> client.exchange(small));
    }

    @Test
    void anAnswerThatHasNotChangedIsTheOneOfBefore() throws Exception {
        server.on(
                "/a",
                body("first").header("ETag", "\"1\"").header("Link", "<x>; rel=\"next\""),
                exchange -> {
                    String asked = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
                    exchange.sendResponseHeaders(asked.equals("\"1\"") ? 304 : 500, -1);
                },
                body("second").header("ETag", "\"2\""));
        assertThat(remembered().get(get("/a")).text()).isEqualTo("first");
        WebAnswer same = remembered().get(get("/a"));
        assertThat(same.text()).isEqualTo("first");
        assertThat(same.isOk()).isTrue();
        assertThat(same.header("Link")).contains("<x>; rel=\"next\"");
        assertThat(remembered().get(get("/a")).text()).isEqualTo("second");
    }

    @Test
    void whatOneMaySeeIsNotShownToAnother() throws Exception {
        server.on("/a", body("first").header("ETag", "\"1\""), exchange -> {
            boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
            body(conditional ? 500 : 200, "second".getBytes(StandardCharsets.UTF_8))
                    .to(exchange);
        });
        remembered().get(get("/a"));
        assertThat(remembered().get(get("/a").authorizedBy(null)).text()).isEqualTo("second");
    }

    @Test
    void aDamagedFileIsAskedForAnew() throws Exception {
        server.on("/a", body("first").header("ETag", "\"1\""), body("second").header("ETag", "\"2\""));
        remembered().get(get("/a"));
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "no header");
            }
        }
        assertThat(remembered().get(get("/a")).text()).isEqualTo("second");
    }

    @Test
    void forgetsWhatNobodyAsksForAnyMore() throws Exception {
        server.on("/a", body("first").header("ETag", "\"1\""));
        remembered().get(get("/a"));
        remembered().prune();
        assertThat(directory).isNotEmptyDirectory();
        Clock later = Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        new RememberedAnswers(client, directory, later).prune();
        assertThat(directory).isEmptyDirectory();
    }

    private RememberedAnswers remembered() {
        return new RememberedAnswers(client, directory, clock);
    }
}
