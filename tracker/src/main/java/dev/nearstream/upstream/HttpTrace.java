package dev.nearstream.upstream;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened on the wire in one operation over HTTP, so that a failure is told by the status and the exception's type
 * and not by JGit's words; and whose credentials may be sent where.
 */
final class HttpTrace {
    private final UpstreamUrl url;
    private final HostCredentials credentials;
    private final TimeLimits limits;
    private volatile int status;
    private volatile @Nullable IOException failure;
    private volatile boolean reached;

    HttpTrace(UpstreamUrl url, HostCredentials credentials, TimeLimits limits) {
        this.url = url;
        this.credentials = credentials;
        this.limits = limits;
    }

    TimeLimits limits() {
        return limits;
    }

    void answered(int code) {
        status = code;
        reached = true;
    }

    void failed(IOException exception) {
        failure = exception;
    }

    /** Of the last answer, or 0. */
    int status() {
        return status;
    }

    /** Whether any answer came. */
    boolean reached() {
        return reached;
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * The header for a request to this place: only to the very host and port that was meant in the beginning, and only
     * over https, or to this machine itself. So a redirect elsewhere takes nothing along.
     */
    Optional<String> authorization(URL target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        boolean secret = target.getProtocol().equals("https") || isThisMachine(host);
        if (!secret || !host.equals(url.host()) || !samePort(target)) {
            return Optional.empty();
        }
        return credentials
                .find(host)
                .map(login -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login.user() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8)));
    }

    private boolean samePort(URL target) {
        boolean standard = target.getPort() < 0 || target.getPort() == target.getDefaultPort();
        return target.getPort() == url.port()
                || (standard && (url.port() < 0 || url.port() == target.getDefaultPort()));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
