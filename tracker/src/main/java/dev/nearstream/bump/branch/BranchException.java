package dev.nearstream.bump.branch;

import org.jspecify.annotations.Nullable;

/** A commit could not be made or read. The message is one line that names the path, the commit or the key. */
public final class BranchException extends Exception {
    private static final long serialVersionUID = 1L;

    BranchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    BranchException(String message) {
        super(message);
    }
}
