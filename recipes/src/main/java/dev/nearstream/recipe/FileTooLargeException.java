package dev.nearstream.recipe;

import java.io.IOException;

/** A file of the recipe tree is larger than its reader takes. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final long size;
    private final long limit;

    public FileTooLargeException(String path, long size, long limit) {
        super(path + " has " + size + " bytes; at most " + limit + " are read");
        this.path = path;
        this.size = size;
        this.limit = limit;
    }

    public String path() {
        return path;
    }

    public long size() {
        return size;
    }

    public long limit() {
        return limit;
    }
}
