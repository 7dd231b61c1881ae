package dev.nearstream.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the process that has an H2 file open serves it to others: a file beside it, for the user's own eyes.
 *
 * @param port on the loopback address
 * @param key what a client must know to be let in
 */
record Owner(long pid, String host, int port, String key) {

    /** Connects to the owner. */
    String url() {
        return "jdbc:h2:tcp://%s:%d/%s"
                .formatted(InetAddress.getLoopbackAddress().getHostAddress(), port, key);
    }

    void publish(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("host", host);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("key", key);
        // Made for the user alone, where the file system has users.
        Path whole = Files.createTempFile(file.getParent(), "owner", ".tmp");
        try (Writer writer = Files.newBufferedWriter(whole)) {
            properties.store(writer, null);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty where nobody has published one; it may be a dead process's. */
    static Optional<Owner> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new Owner(
                    Long.parseLong(properties.getProperty("pid")),
                    properties.getProperty("host"),
                    Integer.parseInt(properties.getProperty("port")),
                    properties.getProperty("key")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
