package dev.nearstream.release;

/** A list of releases could not be had from its server. The message is one line that names the host. */
final class ListException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    enum Kind {
        /** there is no such project, repository or image: asking again will not help */
        GONE,
        /** the server wants credentials, or refuses those it got */
        DENIED,
        /** nothing is asked */
        OFFLINE,
        /** anything else */
        FAILED
    }

    private final Kind kind;

    ListException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ListException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
