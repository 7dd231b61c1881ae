package dev.nearstream.archive;

import java.io.IOException;

/** An archive is not taken, for what is in it; the message names the entry and needs the archive's name before it. */
final class ArchiveRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveRefusedException(String message) {
        super(message);
    }

    ArchiveRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
