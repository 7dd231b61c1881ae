package dev.nearstream.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * An H2 file that several processes use at once. Whoever comes first owns it, by a lock that dies with its process, and
 * serves it to the others on the loopback address; when it goes, one of the others takes its place and does what was
 * broken off again. See {@code docs/adr/0004-h2-several-processes.md}.
 */
final class H2Database implements Database {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final H2Files files;
    private @Nullable H2Link link;
    private boolean closed;

    private final ReentrantLock writing = new ReentrantLock();

    private H2Database(H2Files files) {
        this.files = files;
    }

    /** Opens the file, making it and its tables where need be. */
    static H2Database open(Path directory) {
        H2Files files = new H2Files(directory);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException(files.location(), "cannot make its directory: " + e, e);
        }
        H2Database database = new H2Database(files);
        database.connected();
        return database;
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    /**
     * One at a time: what H2 writes to its file at a commit then holds no half of another transaction, which a process
     * that is killed would leave behind for good.
     */
    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        writing.lock();
        try {
            return inTransaction(TransactionIsolationLevel.READ_COMMITTED, work);
        } finally {
            writing.unlock();
        }
    }

    private <T extends @Nullable Object> T inTransaction(TransactionIsolationLevel level, Work<T> work) {
        return Retries.run(location(), this::connected, this::lost, handle -> handle.inTransaction(level, work::on));
    }

    @Override
    public void settle() {
        writing.lock();
        try {
            Retries.run(location(), this::connected, this::lost, (Handle handle) -> handle.execute("checkpoint sync"));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<WriterLock> tryLock() {
        try {
            return files.lockWriter().map(lock -> lock);
        } catch (IOException e) {
            throw new StoreException(location(), "cannot lock it: " + e, e);
        }
    }

    @Override
    public long bytes() {
        try {
            return Files.size(files.data());
        } catch (IOException e) {
            throw new StoreException(location(), "cannot tell its size: " + e, e);
        }
    }

    @Override
    public String location() {
        return files.location();
    }

    private synchronized Jdbi connected() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (link == null) {
            link = connect();
        }
        return link.jdbi();
    }

    private H2Link connect() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Optional<H2Link> found = H2Link.own(files).or(() -> H2Link.join(files));
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException e) {
                throw new StoreException(location(), e.toString(), e);
            }
            if (System.nanoTime() > deadline) {
                throw new StoreException(location(), "the process that has it open does not answer", null);
            }
            Retries.pause(location());
        }
    }

    private synchronized void lost(Jdbi broken) {
        H2Link current = link;
        if (current != null && current.jdbi() == broken) {
            link = null;
            current.abandon();
        }
    }

    @Override
    public synchronized void close() {
        H2Link current = link;
        link = null;
        closed = true;
        if (current != null) {
            current.close();
        }
    }
}
