package dev.nearstream.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened, read or written: a fault of the environment. The message names the place. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String location;

    StoreException(String location, String problem, @Nullable Throwable cause) {
        super("the store at " + location + ": " + problem, cause);
        this.location = location;
    }

    /** A file, or a JDBC URL without its parameters. */
    public String location() {
        return location;
    }
}
