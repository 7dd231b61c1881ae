package dev.nearstream.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The database behind a store, its schema current. Work may be done again from its beginning where the connection was
 * lost or another transaction was in the way, so it must have the same effect twice. Safe for several threads. Throws
 * {@link StoreException}.
 */
interface Database extends AutoCloseable {

    /** What is done in one transaction. */
    interface Work<T extends @Nullable Object> {
        T on(Handle handle);
    }

    /** In one transaction that sees one moment's data. */
    <T extends @Nullable Object> T read(Work<T> work);

    /** In one transaction: all of it, or nothing. A kill may lose the last half second's. */
    <T extends @Nullable Object> T write(Work<T> work);

    /** Returns when all that was written would survive a kill. */
    void settle();

    /** The writer's lock, if nobody has it: nobody in this process either. */
    Optional<WriterLock> tryLock();

    /** On the disk. */
    long bytes();

    String location();

    @Override
    void close();
}
