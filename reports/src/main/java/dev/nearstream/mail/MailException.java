package dev.nearstream.mail;

/** A mail that was not taken; the message is one line: who, what, and what would be right. It names no password. */
public final class MailException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** How much of the night it concerns. */
    public enum Kind {
        /** no connection; the next one may stand */
        CONNECT,
        /** the server will not have us, and would not the next time either */
        LOGIN,
        /** the connection was lost */
        LOST,
        /** this mail alone */
        REFUSED
    }

    MailException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
