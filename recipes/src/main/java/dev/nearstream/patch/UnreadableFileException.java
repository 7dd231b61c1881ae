package dev.nearstream.patch;

/** A file of the tree is there and its content is not, as in a repository that lacks objects. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String reason;

    public UnreadableFileException(String path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.reason = reason;
    }

    /** The path in the tree. */
    public String path() {
        return path;
    }

    /** Why it cannot be read. */
    public String reason() {
        return reason;
    }
}
