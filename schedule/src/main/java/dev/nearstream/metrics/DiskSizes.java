package dev.nearstream.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the daemon takes on the disk, as it was when last measured: a scrape walks no directories. */
final class DiskSizes {
    private static final long UNKNOWN = -1;

    private final Path mirrors;
    private final AtomicLong ofStore = new AtomicLong(UNKNOWN);
    private final AtomicLong ofMirrors = new AtomicLong(UNKNOWN);

    DiskSizes(MeterRegistry registry, Path mirrors) {
        this.mirrors = mirrors;
        gauge(registry, "store", "The store", ofStore);
        gauge(registry, "mirrors", "The mirrors of upstream repositories", ofMirrors);
    }

    private static void gauge(MeterRegistry registry, String name, String description, AtomicLong bytes) {
        Gauge.builder(DaemonMetrics.PREFIX + name, bytes, of -> of.get() < 0 ? Double.NaN : of.get())
                .baseUnit("bytes")
                .description(description)
                .register(registry);
    }

    void store(long bytes) {
        ofStore.set(bytes);
    }

    /** Walks them. What cannot be read, or goes meanwhile, counts nothing. */
    void measureMirrors() {
        long[] bytes = {0};
        try {
            Files.walkFileTree(mirrors, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.isRegularFile() ? attributes.size() : 0;
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
            ofMirrors.set(bytes[0]);
        } catch (IOException e) {
            ofMirrors.set(UNKNOWN);
        }
    }
}
