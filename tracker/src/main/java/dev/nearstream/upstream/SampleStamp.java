package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names the sample upstreams' text by its content. */
final class SampleStamp {
    /** Rises whenever the same text would give other repositories. */
    private static final int FORMAT = 1;

    private SampleStamp() {}

    /** SHA-256, hexadecimal, over every file's path and bytes. */
    static String of(Path directory) throws IOException {
        MessageDigest digest = sha256();
        digest.update((byte) FORMAT);
        for (Path file : files(directory)) {
            byte[] content = Files.readAllBytes(file);
            String head = path(directory, file) + "\n" + content.length + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Every file below a directory, in the order of their paths. */
    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A file's path below a directory, with {@code /}. */
    static String path(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
