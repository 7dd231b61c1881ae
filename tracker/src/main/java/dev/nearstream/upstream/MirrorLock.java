package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock on one mirror: the operating system's on a file against other processes, which ends with its holder, and one
 * in memory against other threads, as the former is the whole process's. The file is never deleted: whoever waits has it
 * open already, and would hold a lock that the next process does not see. Nor is it opened otherwise: to close any
 * channel on it would give the lock back.
 */
final class MirrorLock implements AutoCloseable {
    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final long PAUSE_MILLIS = 50;

    private final ReentrantLock thread;
    private final FileChannel channel;

    private MirrorLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** A mirror's lock, waited for as long as an operation may take. */
    static MirrorLock of(MirrorFiles files, String url, String revision, MirrorSettings settings)
            throws UpstreamException, IOException {
        try {
            return acquire(files.lock(), settings.totalTimeout())
                    .orElseThrow(() -> Problems.of(
                            UpstreamException.Kind.LOCKED,
                            url,
                            revision,
                            "another process has held the mirror for too long",
                            "wait until it is done: " + files.lock(),
                            null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.of(
                    UpstreamException.Kind.LOCKED, url, revision, "interrupted while waiting for the mirror", "", e);
        }
    }

    /** Waits at most so long; empty where another holds it all the while. Makes the file's directory. */
    static Optional<MirrorLock> acquire(Path file, Duration wait) throws IOException, InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        Path path = file.toAbsolutePath().normalize();
        ReentrantLock thread = THREADS.computeIfAbsent(path, key -> new ReentrantLock());
        if (!Task.waiting(() -> thread.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS))) {
            return Optional.empty();
        }
        @Nullable MirrorLock lock = null;
        try {
            while (lock == null) {
                lock = attempt(path, thread);
                if (lock == null) {
                    if (System.nanoTime() >= end) {
                        return Optional.empty();
                    }
                    Task.pausing(() -> TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS));
                }
            }
            return Optional.of(lock);
        } finally {
            if (lock == null) {
                thread.unlock();
            }
        }
    }

    private static @Nullable MirrorLock attempt(Path path, ReentrantLock thread) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            held = lock != null;
            return held ? new MirrorLock(thread, channel) : null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    /** @throws IOException where it is no longer held */
    void check() throws IOException {
        if (!channel.isOpen()) {
            throw new IOException("the mirror's lock is no longer held");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
