package dev.nearstream.store;

/** Another process is at a run on this store. */
public final class StoreBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreBusyException(String message) {
        super(message);
    }
}
