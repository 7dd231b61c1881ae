package dev.nearstream.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * PostgreSQL's advisory lock of a session, on a connection of its own: the server takes it back when the connection
 * breaks, as it does when the process ends. One a schema. (A pooler that shares sessions, as pgbouncer does by
 * transaction, breaks it: connect to the server itself.)
 */
final class AdvisoryLock implements WriterLock {
    /** The ASCII letters "near". */
    private static final int NAMESPACE = 0x6e656172;

    private final Connection connection;

    private AdvisoryLock(Connection connection) {
        this.connection = connection;
    }

    static Optional<AdvisoryLock> tryAcquire(String url, Properties credentials) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(credentials);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "nearstream writer");
        Connection connection = DriverManager.getConnection(url, properties);
        boolean held = false;
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(?, hashtext(current_schema()))")) {
            statement.setInt(1, NAMESPACE);
            try (ResultSet result = statement.executeQuery()) {
                held = result.next() && result.getBoolean(1);
            }
            return held ? Optional.of(new AdvisoryLock(connection)) : Optional.empty();
        } finally {
            if (!held) {
                connection.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is broken, and the lock is gone with it.
        }
    }
}
