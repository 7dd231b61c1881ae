package dev.nearstream.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nearstream.report.render.JsonText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * {@code /metrics}, {@code /health/live} and {@code /health/ready}, and nothing else, by GET and HEAD. A handful of threads
 * serve it, and a client that is slow to ask or to listen is cut off. Nothing of a request is said back.
 */
public final class MetricsServer implements AutoCloseable {
    static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int THREADS = 4;
    private static final int WAITING = 64;

    static {
        // The JDK reads them once, when its server is first used.
        Map.of(
                        "sun.net.httpserver.maxReqTime", "5",
                        "sun.net.httpserver.maxRspTime", "10",
                        "sun.net.httpserver.idleInterval", "10",
                        "jdk.httpserver.maxConnections", "128")
                .forEach((key, value) -> System.getProperties().putIfAbsent(key, value));
    }

    private record Answer(int status, String type, String text) {
        static Answer plain(int status, String text) {
            return new Answer(status, "text/plain; charset=utf-8", text + "\n");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Supplier<String> metrics;
    private final Health health;

    private MetricsServer(HttpServer server, Supplier<String> metrics, Health health) {
        this.server = server;
        this.metrics = metrics;
        this.health = health;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "metrics-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens from now on.
     *
     * @param metrics the text to give
     * @throws IOException where that address cannot be had; the message says so in one line
     */
    public static MetricsServer start(ListenAddress at, Supplier<String> metrics, Health health) throws IOException {
        InetSocketAddress address = at.resolve();
        if (address.isUnresolved()) {
            throw new IOException("cannot listen at " + at + ": no address of that name is known");
        }
        try {
            return new MetricsServer(HttpServer.create(address, 0), metrics, health);
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen at %s: %s; choose another address with --listen, or end the process that has it"
                            .formatted(at, e.getMessage()),
                    e);
        }
    }

    /** Where it listens; with the port that was free. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Answer answer = head || exchange.getRequestMethod().equals("GET")
                    ? answer(String.valueOf(exchange.getRequestURI().getPath()))
                    : Answer.plain(405, "only GET and HEAD are answered");
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            }
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/metrics" -> new Answer(200, PROMETHEUS, metrics.get());
            case "/health/live" ->
                new Answer(200, JSON, JsonText.write(JsonText.object().put("live", true)));
            case "/health/ready" -> ready();
            default -> Answer.plain(404, "there are /metrics, /health/live and /health/ready");
        };
    }

    private Answer ready() {
        List<String> problems = health.problems();
        var document = JsonText.object().put("ready", problems.isEmpty());
        problems.forEach(document.putArray("problems")::add);
        return new Answer(problems.isEmpty() ? 200 : 503, JSON, JsonText.write(document));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
