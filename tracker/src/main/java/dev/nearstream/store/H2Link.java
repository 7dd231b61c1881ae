package dev.nearstream.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process's way to an H2 file: as its owner, or as the owner's client. */
final class H2Link {
    static final String USER = "sa";
    private static final Logger LOG = LoggerFactory.getLogger(H2Link.class);
    private static final int CONNECTIONS = 64;
    private static final int KEY_BYTES = 16;
    /** What the empty tables take, with room. */
    private static final long ROOM = 1 << 20;

    static {
        // H2 reads it once, as it is loaded. Without it, it listens on every address, and asks for this machine's name.
        System.setProperty("h2.bindAddress", InetAddress.getLoopbackAddress().getHostAddress());
    }

    private final H2Files files;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;
    private final @Nullable LockFile ownership;
    private @Nullable Server server;

    private H2Link(H2Files files, String url, @Nullable LockFile ownership) {
        this.files = files;
        this.ownership = ownership;
        pool = JdbcConnectionPool.create(url, USER, "");
        pool.setMaxConnections(CONNECTIONS);
        jdbi = Jdbi.create(pool);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Opens the file itself and serves it; empty where another has it open. */
    static Optional<H2Link> own(H2Files files) throws IOException {
        Optional<LockFile> ownership = files.lockOwner();
        if (ownership.isEmpty()) {
            return Optional.empty();
        }
        H2Link link = null;
        try {
            if (!files.exists()) {
                migrate(files);
            } else if (Files.exists(files.owner())) {
                H2Repair.rebuild(files); // the last owner did not close it
            }
            Files.deleteIfExists(files.owner());
            link = new H2Link(files, files.url(files.data()), ownership.get());
            if (!link.isCurrent()) {
                link.shutDown("shutdown");
                migrate(files);
                link = new H2Link(files, files.url(files.data()), ownership.get());
            }
            link.serve();
            return Optional.of(link);
        } catch (IOException | RuntimeException e) {
            if (link == null) {
                ownership.get().close();
            } else {
                link.abandon();
            }
            if (e instanceof JdbiException) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new StoreException(
                        files.location(),
                        "cannot be read: " + Retries.firstLine(cause)
                                + "; put a copy of the file back, or move it away and begin anew",
                        e);
            }
            throw e;
        }
    }

    /** Connects to the owner; empty where none answers, which may have died or not be ready yet. */
    static Optional<H2Link> join(H2Files files) {
        Optional<Owner> found;
        try {
            found = Owner.read(files.owner());
        } catch (IOException | NumberFormatException e) {
            throw new StoreException(files.location(), "cannot read " + files.owner() + ": " + e, e);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Owner owner = found.get();
        if (!owner.host().equals(ThisProcess.host())) {
            throw new StoreException(
                    files.location(),
                    "process %d on %s has it open; a file can be shared on one host alone: use PostgreSQL"
                            .formatted(owner.pid(), owner.host()),
                    null);
        }
        H2Link link = new H2Link(files, owner.url(), null);
        try {
            if (link.isCurrent()) {
                return Optional.of(link);
            }
        } catch (JdbiException e) {
            link.abandon();
            return Optional.empty();
        }
        link.abandon();
        throw new StoreException(
                files.location(),
                "process %d, which has it open, is of an older version: wait until it ends".formatted(owner.pid()),
                null);
    }

    private boolean isCurrent() {
        int version = jdbi.withHandle(Schema::version).orElse(0);
        return Schema.isCurrent(files.location(), version);
    }

    private static void migrate(H2Files files) throws IOException {
        Files.deleteIfExists(files.draft());
        if (files.exists()) {
            Files.copy(files.data(), files.draft());
        }
        JdbcConnectionPool pool = JdbcConnectionPool.create(files.url(files.draft()), USER, "");
        try {
            Schema.migrate(files.location(), pool);
        } catch (StoreException e) {
            // Flyway's and H2's words for it lead elsewhere.
            boolean full = Files.getFileStore(files.data().getParent()).getUsableSpace() < ROOM;
            throw full ? new StoreException(files.location(), "cannot make its tables: the disk is full", e) : e;
        }
        shutDown(pool, "shutdown");
        Files.move(files.draft(), files.data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void serve() throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        try {
            Server started = Server.createTcpServer(
                            "-tcpPort", "0", "-tcpDaemon", "-key", key, H2Files.name(files.data()))
                    .start();
            server = started;
            new Owner(ThisProcess.pid(), ThisProcess.host(), started.getPort(), key).publish(files.owner());
        } catch (SQLException e) {
            throw new IOException("cannot serve it to other processes: " + e.getMessage(), e);
        }
    }

    /** Leaves without a word: the connection is broken. */
    void abandon() {
        if (ownership == null) {
            pool.dispose();
        } else {
            shutDown("shutdown immediately");
            ownership.close();
        }
    }

    /** Closes the file, where this process owns it; the owner's clients must find another. */
    void close() {
        if (ownership == null) {
            pool.dispose();
        } else {
            shutDown("shutdown");
            try {
                Files.deleteIfExists(files.owner());
            } catch (IOException e) {
                LOG.debug("{} stays: the next owner will write the store anew", files.owner(), e);
            }
            ownership.close();
        }
    }

    private void shutDown(String statement) {
        if (server != null) {
            server.stop();
        }
        shutDown(pool, statement);
    }

    static void shutDown(JdbcConnectionPool pool, String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // It is closed already: what was to be reached.
        }
        pool.dispose();
    }
}
