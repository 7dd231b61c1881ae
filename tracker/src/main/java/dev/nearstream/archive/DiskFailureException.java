package dev.nearstream.archive;

import java.io.IOException;

/** This machine could not keep what was unpacked; the archive is not to blame. */
final class DiskFailureException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskFailureException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
