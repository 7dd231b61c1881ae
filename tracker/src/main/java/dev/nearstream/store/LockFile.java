package dev.nearstream.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on an empty file, which the operating system takes back when its process ends. Closing any channel on a file
 * gives back every lock that the process has on it, so a process opens one channel a file and knows what it holds.
 */
final class LockFile implements WriterLock {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the lock if nobody has it; the directory must be there. */
    static Optional<LockFile> tryAcquire(Path directory, String name) throws IOException {
        Path path = directory.toRealPath().resolve(name);
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        @Nullable FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            held = lock != null;
            return held ? Optional.of(new LockFile(path, channel)) : Optional.empty();
        } finally {
            if (!held) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(path);
        }
    }
}
