package dev.nearstream.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers on this machine as a test tells it to: one answer after another for a path, the last for ever. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What came in. */
    public record Request(
            String path,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String authorization) {}

    /** How a request is answered. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;

        /** With a header before it. */
        default Answer header(String name, String value) {
            return exchange -> {
                exchange.getResponseHeaders().set(name, value);
                to(exchange);
            };
        }
    }

    public WebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Answer body(String text) {
        return body(200, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer body(int status, byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Says that the whole will come, and ends after its beginning. */
    public static Answer cut(String beginning, int whole) {
        return exchange -> {
            exchange.sendResponseHeaders(200, whole);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** As much as the client takes. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] some = new byte[8192];
                while (!Thread.currentThread().isInterrupted()) {
                    out.write(some);
                }
            }
        };
    }

    public static Answer redirect(String to) {
        return status(302).header("Location", to);
    }

    /** The answers for a path, in order. */
    public WebServer on(String path, Answer... inOrder) {
        answers.put(path, new ArrayDeque<>(List.of(inOrder)));
        return this;
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    public List<Request> requests() {
        return requests;
    }

    @SuppressWarnings("EmptyCatch") // the client has had enough: what the tests want to see
    private void handle(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                exchange.getRequestHeaders().getFirst("Range"),
                exchange.getRequestHeaders().getFirst("If-Range"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        Queue<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>(List.of(status(404))));
        Answer answer;
        synchronized (queue) {
            answer = queue.size() > 1 ? queue.remove() : queue.element();
        }
        try (exchange) {
            answer.to(exchange);
        } catch (IOException e) {
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
