package dev.nearstream.http;

import java.io.IOException;

/** A server sends more than any that is sound would; it is not tried again. */
public final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLongException(String what, long most) {
        super("%s is longer than %,d bytes".formatted(what, most));
    }
}
