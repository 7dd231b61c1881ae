package dev.nearstream.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** One repository behind git's smart HTTP, by JGit's own server side. */
final class GitServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Repository repository;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Integer> received = new CopyOnWriteArrayList<>();
    private volatile boolean twice;
    private volatile Predicate<HttpExchange> interceptor = exchange -> false;

    /** What came in. */
    record Request(String method, String path, @Nullable String authorization) {}

    GitServer(Repository repository) throws IOException {
        this.repository = repository;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return url("localhost");
    }

    String url(String host) {
        return "http://" + host + ":" + port() + "/project.git";
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    /** Bytes of each push. */
    List<Integer> received() {
        return received;
    }

    /** Answers before git does; true where it has. */
    void intercept(Predicate<HttpExchange> first) {
        interceptor = first;
    }

    static boolean answer(HttpExchange exchange, int status) {
        try {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written as the body of an answer. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Answers with this body, as far as the client takes it. */
    static boolean answer(HttpExchange exchange, String type, Body body) {
        exchange.getResponseHeaders().set("Content-Type", type);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
            exchange.sendResponseHeaders(200, 0);
            body.writeTo(out);
        } catch (IOException e) {
            exchange.close(); // it has left: what the tests want to see
        }
        return true;
    }

    /** Takes what is pushed, and answers as a gateway does that has lost the answer. */
    void receiveAndLoseTheAnswer(HttpExchange exchange) {
        try {
            receive(exchange, new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        answer(exchange, 502);
    }

    /** Takes each push twice, as where a client has sent it again, and gives the second answer. */
    void receiveTwice() {
        twice = true;
    }

    private void receive(HttpExchange exchange, OutputStream out) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] sent;
        try (InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            sent = body.readAllBytes();
        }
        received.add(sent.length);
        if (twice) {
            receivePack().receive(new ByteArrayInputStream(sent), new ByteArrayOutputStream(), null);
        }
        receivePack().receive(new ByteArrayInputStream(sent), out, null);
    }

    private ReceivePack receivePack() {
        ReceivePack receive = new ReceivePack(repository);
        receive.setBiDirectionalPipe(false);
        return receive;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                exchange.getRequestMethod(), path, exchange.getRequestHeaders().getFirst("Authorization")));
        if (interceptor.test(exchange)) {
            return;
        }
        UploadPack upload = new UploadPack(repository);
        upload.setBiDirectionalPipe(false);
        if ("version=2".equals(exchange.getRequestHeaders().getFirst("Git-Protocol"))) {
            upload.setExtraParameters(Set.of("version=2"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String type;
        if (path.endsWith("/info/refs")
                && "service=git-receive-pack".equals(exchange.getRequestURI().getQuery())) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-receive-pack\n");
            lines.end();
            receivePack().sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(lines));
            type = "application/x-git-receive-pack-advertisement";
        } else if (path.endsWith("/git-receive-pack")) {
            receive(exchange, out);
            type = "application/x-git-receive-pack-result";
        } else if (path.endsWith("/info/refs")) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            upload.sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(lines));
            type = "application/x-git-upload-pack-advertisement";
        } else if (path.endsWith("/git-upload-pack")) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                upload.upload(body, out, null);
            }
            type = "application/x-git-upload-pack-result";
        } else {
            answer(exchange, 404);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(out.toByteArray());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
