package dev.nearstream.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A server's answer, whatever its status, read to the end. */
public final class WebAnswer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /** @param body is not copied */
    WebAnswer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    public byte[] bytes() {
        return body.clone();
    }

    /** The body as UTF-8; what is none of it becomes replacement characters. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
