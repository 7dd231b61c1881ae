package dev.nearstream.upstream;

import org.jspecify.annotations.Nullable;

/** An upstream could not be read. The message is one line with no credential in it. */
public final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure, for counting by host and for deciding on a retry. */
    public enum Kind {
        /** the URL is of a kind that is never read (ext::, a local path from a recipe) */
        REFUSED,
        /** connecting failed: unknown host, refused connection, time limit; said once a host */
        UNREACHABLE,
        /** the host is out for this run, after three failures to connect */
        HOST_OUT,
        /** {@code --offline}, and the mirror has not got it */
        OFFLINE,
        /** the server wants credentials, or refuses those it got */
        DENIED,
        /** there is no such repository */
        NOT_FOUND,
        /** there is no such ref */
        NO_REF,
        /** an object is missing from a repository that is read in place */
        MISSING_OBJECT,
        /** another process holds the mirror */
        LOCKED,
        /** anything else that the transport or the disk says */
        FAILED
    }

    private final Kind kind;
    private final String url;
    private final @Nullable String ref;

    public UpstreamException(Kind kind, String url, @Nullable String ref, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.url = url;
        this.ref = ref;
    }

    public Kind kind() {
        return kind;
    }

    /** The URL as declared, without user information. */
    public String url() {
        return url;
    }

    /** The ref or revision it was about, or null. */
    public @Nullable String ref() {
        return ref;
    }
}
