package dev.nearstream.pull;

/** The forge did not do it. The message is one line that names the forge and the way out, with no secret in it. */
public final class ForgeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What follows for the others. */
    public enum Kind {
        /** this one alone: the forge refuses its content */
        REFUSED,
        /** all: token, rate limit, network; nothing more is asked of the forge in this run */
        UNAVAILABLE
    }

    private final Kind kind;

    public ForgeException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ForgeException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
