package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes mirrors, each under its lock; one that another process holds stays. */
record MirrorPruning(Path directory) {
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** Those of other names; how many were deleted. */
    int keepOnly(Set<String> names) throws IOException {
        int deleted = 0;
        for (MirrorFiles mirror : all()) {
            if (!names.contains(mirror.directory().getFileName().toString()) && delete(mirror)) {
                deleted++;
            }
        }
        return deleted;
    }

    private record Sized(MirrorFiles mirror, long size, Instant used) {}

    /** The least recently used, until the others take no more than {@code limit} bytes; how many were deleted. */
    int shrinkTo(long limit) throws IOException {
        List<Sized> mirrors = new ArrayList<>();
        for (MirrorFiles mirror : all()) {
            mirrors.add(new Sized(mirror, mirror.size(), mirror.lastUsed()));
        }
        mirrors.sort(Comparator.comparing(Sized::used));
        long size = mirrors.stream().mapToLong(Sized::size).sum();
        int deleted = 0;
        for (Sized mirror : mirrors) {
            if (size <= limit) {
                break;
            }
            if (delete(mirror.mirror())) {
                size -= mirror.size();
                deleted++;
            }
        }
        return deleted;
    }

    private List<MirrorFiles> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.endsWith(MirrorFiles.LOCKS))
                    .map(MirrorFiles::new)
                    .toList();
        }
    }

    private static boolean delete(MirrorFiles mirror) throws IOException {
        try {
            Optional<MirrorLock> held = MirrorLock.acquire(mirror.lock(), WAIT);
            if (held.isEmpty()) {
                return false;
            }
            try (MirrorLock lock = held.get()) {
                lock.check();
                MirrorFiles.delete(mirror.directory());
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
