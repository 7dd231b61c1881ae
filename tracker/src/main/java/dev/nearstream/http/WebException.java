package dev.nearstream.http;

/** A download that failed. The message is one line, without the URL that was asked and with no credential in it. */
public final class WebException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    public enum Kind {
        /** it is never read: no http(s), a redirect from https to http */
        REFUSED,
        /** it is larger than the caller allows */
        TOO_LARGE,
        /** connecting failed: unknown host, refused connection, time limit */
        UNREACHABLE,
        /** the host is out for this run, after three failures to connect */
        HOST_OUT,
        /** the server wants credentials, or refuses those it got: 401, 403 */
        DENIED,
        /** 404 or 410 */
        NOT_FOUND,
        /** the host's limit on requests is used up, for longer than is waited for */
        RATE_LIMITED,
        /** anything else that the server or the disk says */
        FAILED
    }

    private final Kind kind;

    WebException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    WebException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
