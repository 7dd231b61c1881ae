package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A forge that is in trouble: one line says which, what was done stays, and the rest waits for the next run. */
final class ForgeTroubleRunTest {
    private static final String TOKEN = "a-token-that-nobody-sees";
    private static final String OPEN = """
            {"number": 7, "node_id": "N", "html_url": "https://forge.example/o/r/pull/7", "state": "%s", "title": "t",
             "merged_at": null, "draft": false, "body": "", "labels": [], "requested_reviewers": [],
             "requested_teams": [], "head": {"ref": "%s", "sha": "%s", "repo": {"id": 1}},
             "base": {"ref": "main", "repo": {"id": 1}}}""";

    @TempDir
    static Path directory;

    private static HttpServer server;
    private static volatile String trouble = "";
    private static final AtomicInteger OPENED = new AtomicInteger();

    @BeforeAll
    static void aForgeAndItsRepository() throws IOException, GitAPIException {
        SampleDistribution.upstreams(directory);
        Path checkout = directory.resolve("checkout");
        SampleDistribution.copy(checkout, name -> name.startsWith("beck") || name.startsWith("brook"));
        SampleDistribution.init(checkout, "Two");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ForgeTroubleRunTest::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    /** GitHub's API as far as it goes until a first pull request is open; the second meets the trouble. */
    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean opening = exchange.getRequestMethod().equals("POST") && body.contains("\"head\"");
        if (opening && OPENED.getAndIncrement() == 0) {
            String branch = body.replaceFirst("(?s).*\"head\":\"([^\"]+)\".*", "$1");
            send(exchange, 201, OPEN.formatted("open", branch, "0".repeat(40)));
        } else if (opening) {
            trouble(exchange);
        } else if (exchange.getRequestMethod().equals("POST")) {
            send(exchange, 422, "{}");
        } else {
            send(exchange, 200, path.endsWith("/pulls") ? "[]" : "{\"id\": 1}");
        }
    }

    private static void trouble(HttpExchange exchange) throws IOException {
        switch (trouble) {
            case "500" -> send(exchange, 500, exchange.getRequestHeaders().getFirst("Authorization"));
            case "limit" -> {
                exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
                exchange.getResponseHeaders().set("Retry-After", "3600");
                send(exchange, 403, "{\"message\": \"API rate limit exceeded\"}");
            }
            case "half" -> send(exchange, 201, "{\"number\": 8, \"html_u");
            default -> {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().toString());
                send(exchange, 307, "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500   | the server answers 500; the server may have done what it was asked
            limit | 127.0.0.1 has been asked too often (403) and wants to be left alone until
            half  | the answer is no whole JSON; is
            loop  | more than 10 redirects
            """)
    void isSaidOnceAndWhatWasDoneStays(String kind, String said) throws IOException, GitAPIException {
        trouble = kind;
        OPENED.set(0);
        Path own = Files.createDirectories(directory.resolve(kind));
        Git.cloneRepository()
                .setURI(directory.resolve("checkout").toUri().toString())
                .setDirectory(own.resolve("r.git").toFile())
                .setBare(true)
                .call()
                .close();
        Result run = run(own);

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .containsPattern("(?m)^\\S+ +\\S+ +opened +(a draft; )?https://forge.example/o/r/pull/7")
                .contains("what is left of the pull requests waits for the next run: ")
                .contains(said)
                .doesNotContain("this is a bug", TOKEN);
        assertThat(own.resolve("out/pulls.md"))
                .content()
                .contains("pull/7", "The forge could not be asked to the end", said.substring(0, 10))
                .doesNotContain(TOKEN);
    }

    private static Result run(Path own) throws IOException {
        Path token = Files.writeString(own.resolve("token"), TOKEN);
        Map<String, String> rewrites = Map.of(
                "https://git.example.org/", "file://" + directory.resolve("state/upstreams") + "/",
                "https://forge.example/o/", "file://" + own + "/");
        Path configuration = Files.writeString(own.resolve("nearstream.yaml"), """
                pulls:
                  forge: github
                  repository: https://forge.example/o/r.git
                  api: http://127.0.0.1:%d
                  token-file: %s
                """.formatted(
                        server.getAddress().getPort(), token));
        Stream<String> options = rewrites.entrySet().stream()
                .flatMap(rule -> Stream.of("--rewrite", rule.getKey() + "=" + rule.getValue()));
        return new Terminal(own)
                .run(Stream.concat(
                                Stream.of("run", "--config", configuration.toString(), "--recipes", own + "/r.git"),
                                options)
                        .toArray(String[]::new));
    }
}
