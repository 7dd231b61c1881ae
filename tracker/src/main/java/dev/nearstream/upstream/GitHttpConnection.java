package dev.nearstream.upstream;

import dev.nearstream.http.BodyStream;
import dev.nearstream.http.TimeLimits;
import dev.nearstream.http.Traffic;
import dev.nearstream.task.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * JGit's connection, over the JDK's HTTP client: every wait ends by the operation's time limits, even where a server
 * sends a byte a minute, which a socket's read timeout never notices. It never follows a redirect by itself, and takes no
 * Authorization from JGit, which keeps one across redirects.
 */
final class GitHttpConnection implements HttpConnection {
    /** Some 400,000 refs; linux has 900 tags, and large monorepos 100,000. */
    private static final long LONGEST_REFS = 32L << 20;

    private final HttpClient client;
    private final HttpTrace trace;
    private final Traffic traffic;
    private final URL url;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String method = "GET";
    private @Nullable ByteArrayOutputStream body;
    private @Nullable HttpResponse<InputStream> response;

    GitHttpConnection(HttpClient client, HttpTrace trace, Traffic traffic, URL url) {
        this.client = client;
        this.trace = trace;
        this.traffic = traffic;
        this.url = url;
    }

    @Override
    public void connect() throws IOException {
        exchange();
    }

    @Override
    public int getResponseCode() throws IOException {
        return exchange().statusCode();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return "HTTP status " + exchange().statusCode();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return exchange().body();
    }

    private HttpResponse<InputStream> exchange() throws IOException {
        if (response != null) {
            return response;
        }
        long most = isPack() ? Long.MAX_VALUE : LONGEST_REFS;
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(
                request(), info -> new BodyStream(trace.limits(), "the server's list of refs", most, trace::failed));
        try {
            long patience = trace.limits().patience();
            HttpResponse<InputStream> received = Task.get(answer, patience);
            trace.answered(received.statusCode());
            traffic.answered(received.statusCode());
            response = received;
            return received;
        } catch (TimeoutException e) {
            traffic.unanswered();
            throw failed(trace.limits().over());
        } catch (TimeLimits.TotalTimeException e) {
            traffic.unanswered();
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new InterruptedIOException("interrupted"));
        } catch (ExecutionException e) {
            traffic.unanswered();
            throw failed(
                    e.getCause() instanceof IOException cause
                            ? cause
                            : new IOException(Problems.quoted(e), e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * Whether objects are asked for: they go to disk, while all else is kept in memory. What git asks begins with four
     * digits, its length, and the command (protocol 2) or the first object that is wanted (before that).
     */
    private boolean isPack() throws IOException {
        if (body == null) {
            return false;
        }
        InputStream asked = new ByteArrayInputStream(body.toByteArray());
        InputStream plain = "gzip".equals(headers.get("Content-Encoding")) ? new GZIPInputStream(asked) : asked;
        String command = new String(plain.readNBytes(20), StandardCharsets.US_ASCII);
        return command.startsWith("command=fetch", 4) || command.startsWith("want ", 4);
    }

    private HttpRequest request() throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url.toURI())
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
            headers.forEach(request::header);
            trace.authorization(url.toURI()).ifPresent(value -> request.header("Authorization", value));
            return request.build();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw failed(new IOException("not a valid URL", e));
        }
    }

    private IOException failed(IOException exception) {
        trace.failed(exception);
        return exception;
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestMethod(String newMethod) {
        method = newMethod;
    }

    @Override
    public void setRequestProperty(String key, String value) {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "authorization", "cookie", "host", "connection", "content-length", "expect" -> {}
            default -> headers.put(key, value);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        body = new ByteArrayOutputStream();
        return body;
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return response == null ? Map.of() : response.headers().map();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return response == null ? List.of() : response.headers().allValues(name);
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return response == null ? null : response.headers().firstValue(name).orElse(null);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        return response == null
                ? -1
                : (int) Math.min(
                        Integer.MAX_VALUE,
                        response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean use) {
        // Nothing is cached.
    }

    @Override
    public void setConnectTimeout(int milliseconds) {
        // The client has it.
    }

    @Override
    public void setReadTimeout(int milliseconds) {
        // The operation has it.
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        // Never.
    }

    @Override
    public void setDoOutput(boolean output) {
        // It does once a body is written.
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // A request is small and kept in memory.
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // A request is small and kept in memory.
    }

    @Override
    public void configure(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
        throw new UnsupportedOperationException("certificates are always verified");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new UnsupportedOperationException("host names are always verified");
    }
}
