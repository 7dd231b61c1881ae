package dev.nearstream.store;

/** The right to write, which only one process has; it vanishes with its process. */
interface WriterLock extends AutoCloseable {

    /** Gives it back. */
    @Override
    void close();
}
