package dev.nearstream.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.schedule.CronTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MetricsServerTest {
    private final AtomicReference<@Nullable String> store = new AtomicReference<>();
    private final MetricsServer server;

    MetricsServerTest() throws IOException {
        Health health = new Health(
                new CronTime("0 0 2 * * ?", ZoneOffset.UTC),
                new HandClock(Instant.parse("2026-08-22T03:00:00Z")),
                null,
                () -> true,
                () -> Optional.ofNullable(store.get()));
        server = MetricsServer.start(ListenAddress.parse("127.0.0.1:0"), () -> "a 1\n", health);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.address().getPort() + path;
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        HttpResponse<String> answer = Scrape.get(url("/metrics"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).isEqualTo("a 1\n");
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        HttpResponse<String> answer = Scrape.ask("HEAD", url("/metrics"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void isReadyOrSaysWhyNot() throws Exception {
        assertThat(Scrape.get(url("/health/live")).statusCode()).isEqualTo(200);
        HttpResponse<String> well = Scrape.get(url("/health/ready"));
        store.set("cannot \"connect\"");
        HttpResponse<String> ill = Scrape.get(url("/health/ready"));
        store.set(null);
        HttpResponse<String> again = Scrape.get(url("/health/ready"));

        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(well.body()).toString()).isEqualTo("{\"ready\":true,\"problems\":[]}");
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(new ObjectMapper().readTree(ill.body()).at("/problems/0").asText())
                .isEqualTo("the store does not open: cannot \"connect\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Scrape.get(url("/health/live")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/metrics/", "/metricsx", "/health", "/health/ready/%3Cscript%3E", "/..%2fetc", "/%00"})
    void otherPathsAreNotThereAndNotSaidBack(String path) throws Exception {
        HttpResponse<String> answer = Scrape.get(url(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("there are /metrics, /health/live and /health/ready\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "GARBAGE"})
    void otherMethodsAreRefused(String method) throws Exception {
        HttpResponse<String> answer = Scrape.ask(method, url("/metrics"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).doesNotContain(method.equals("GARBAGE") ? method : "a 1");
    }

    @Test
    void clientsThatHangOrGoHoldNobodyUp() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) { // more than there are threads
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                client.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x".getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                clients.add(client);
                if (i % 3 == 0) {
                    client.setSoLinger(true, 0); // a reset, as of a killed process
                    client.close();
                }
            }
            assertThat(Scrape.get(url("/metrics")).body()).isEqualTo("a 1\n");
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        assertThat(Scrape.get(url("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsTakenIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            Health health = new Health(
                    new CronTime("0 0 2 * * ?", ZoneOffset.UTC),
                    new HandClock(Instant.EPOCH),
                    null,
                    () -> true,
                    Optional::empty);
            assertThatThrownBy(() -> MetricsServer.start(ListenAddress.parse(address), () -> "", health))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "cannot listen at " + address
                                    + ": Address already in use; choose another address with --listen, or end the process that has it");
        }
        assertThatThrownBy(() -> MetricsServer.start(
                        ListenAddress.parse("nobody.invalid:1"),
                        () -> "",
                        new Health(
                                new CronTime("0 0 2 * * ?", ZoneOffset.UTC),
                                new HandClock(Instant.EPOCH),
                                null,
                                () -> true,
                                Optional::empty)))
                .hasMessage("cannot listen at nobody.invalid:1: no address of that name is known");
    }
}
