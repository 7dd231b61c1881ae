package dev.nearstream.pull.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory that nobody else can read, for as long as it is open. */
record PrivateDirectory(Path path) implements AutoCloseable {
    private static final String NAME = "at-";

    static PrivateDirectory in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new PrivateDirectory(Files.createTempDirectory(parent.toRealPath(), NAME));
    }

    /** Deletes what killed runs have left there. */
    static void clear(Path parent) throws IOException {
        if (Files.isDirectory(parent)) {
            List<Path> left;
            try (Stream<Path> all = Files.list(parent)) {
                left = all.filter(one -> String.valueOf(one.getFileName()).startsWith(NAME))
                        .toList();
            }
            left.forEach(one -> new PrivateDirectory(one).close());
        }
    }

    /** Deletes it. What another user has written there stays, and is tried again by {@link #clear}. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deleting());
        } catch (IOException e) {
            // see above
        }
    }

    /** Follows no link. */
    private static final class Deleting extends SimpleFileVisitor<Path> {
        /** Some programs write-protect what they keep. */
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            try {
                @Nullable
                PosixFileAttributeView view =
                        Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                if (view != null) {
                    view.setPermissions(PosixFilePermissions.fromString("rwx------"));
                }
            } catch (IOException e) {
                // another user's: deleting says so
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
