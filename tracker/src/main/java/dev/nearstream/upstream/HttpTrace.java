package dev.nearstream.upstream;

import dev.nearstream.http.Authorization;
import dev.nearstream.http.HostCredentials;
import dev.nearstream.http.TimeLimits;
import java.io.IOException;
import java.net.URI;
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

    /** The header for a request to this place, as {@link Authorization} has it. */
    Optional<String> authorization(URI target) {
        return new Authorization(credentials, url.host(), url.port()).header(target);
    }
}
