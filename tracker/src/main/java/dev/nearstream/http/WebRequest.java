package dev.nearstream.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer is small enough for memory.
 *
 * @param url http or https
 * @param headers sent to wherever the request is led
 * @param authorization the header's value, sent to the URL's own host and port alone, and only over https or to this
 *     machine; or null
 * @param body sent as it is, or null
 * @param mostBytes of the answer's body that are taken
 */
public record WebRequest(
        Method method,
        URI url,
        Map<String, String> headers,
        @Nullable String authorization,
        @Nullable String body,
        int mostBytes) {
    /** More than any page of an API has. */
    private static final int MOST = 32 << 20;

    public WebRequest {
        headers = Map.copyOf(headers);
    }

    /** What is asked for. */
    public enum Method {
        GET,
        POST,
        PATCH,
        PUT,
        DELETE;

        /** Whether asking twice does the same as asking once (RFC 9110, 9.2.2). */
        boolean isIdempotent() {
            return this == GET || this == PUT || this == DELETE;
        }
    }

    public static WebRequest get(URI url) {
        return new WebRequest(Method.GET, url, Map.of(), null, null, MOST);
    }

    /** With a body in JSON. */
    public static WebRequest json(Method method, URI url, String body) {
        return new WebRequest(method, url, Map.of("Content-Type", "application/json"), null, body, MOST);
    }

    public WebRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebRequest(method, url, more, authorization, body, mostBytes);
    }

    /**
     * With another authorization.
     *
     * @param value the header's, with its scheme; or null for none
     */
    public WebRequest authorizedBy(@Nullable String value) {
        return new WebRequest(method, url, headers, value, body, mostBytes);
    }

    /** The same elsewhere. */
    WebRequest at(URI other) {
        return new WebRequest(method, other, headers, authorization, body, mostBytes);
    }

    byte[] bytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the body and the authorization, which may be secret. */
    @Override
    public String toString() {
        return method + " " + Redaction.of(url.toString());
    }
}
