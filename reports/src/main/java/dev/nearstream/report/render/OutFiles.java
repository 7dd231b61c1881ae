package dev.nearstream.report.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Files below a directory that is ours. Each is written whole beside its place and then moved into it; one that would
 * not change is left alone. Safe for several threads, where they write different files.
 */
public final class OutFiles {
    private static final String TEMPORARY =
            ".nearstream-" + ProcessHandle.current().pid() + "-";

    private OutFiles() {}

    /** A directory below ours, made where it is not there, and no link to someone else's: files that are gone are removed there. */
    public static Path own(Path out, String name) throws IOException {
        Path directory = out.resolve(name);
        if (Files.isSymbolicLink(directory)) {
            throw new FileSystemException(
                    directory.toString(), null, "is a symbolic link; take it away, or let the out directory be one");
        }
        return Files.createDirectories(directory);
    }

    /** Writes a file in UTF-8, where it is not there with this text already. */
    public static void put(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path temporary = file.resolveSibling(TEMPORARY + file.getFileName());
        try {
            Files.write(temporary, bytes);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes all with such an ending but those that are kept, and with them what a killed process left. Files of other kinds are not ours. */
    public static void removeOthers(Path directory, String ending, Set<String> kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ending)) {
            for (Path file : files) {
                if (!kept.contains(directory.relativize(file).toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
