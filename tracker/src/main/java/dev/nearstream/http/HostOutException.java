package dev.nearstream.http;

import java.io.IOException;

/** A host is out for this run; the message says since what. */
public final class HostOutException extends IOException {
    private static final long serialVersionUID = 1L;

    HostOutException(String message) {
        super(message);
    }
}
