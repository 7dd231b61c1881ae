package dev.nearstream.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, 14 or newer; the tables are in the connection's first schema. */
final class PostgresDatabase implements Database {
    private static final int CONNECTIONS = 16;
    private static final long CONNECT_MILLIS = 10_000;

    private final String url;
    private final Properties credentials;
    private final String location;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresDatabase(String url, Properties credentials, String location, HikariDataSource pool) {
        this.url = url;
        this.credentials = credentials;
        this.location = location;
        this.pool = pool;
        jdbi = Jdbi.create(pool);
    }

    /** Connects, and leaves the tables as they are: see {@link #version} and {@link #migrate}. */
    static PostgresDatabase connect(String url, @Nullable String user, @Nullable String password) {
        String location = location(url);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreException(location, "a store's URL begins with jdbc:postgresql:", null);
        }
        Properties credentials = new Properties();
        HikariConfig config = new HikariConfig();
        config.setPoolName("nearstream-store");
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
            credentials.setProperty("user", user);
        }
        if (password != null) {
            config.setPassword(password);
            credentials.setProperty("password", password);
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "nearstream");
        // A commit need not wait for the disk: what a crash of the server loses, a resumed run does again.
        config.setConnectionInitSql("set synchronous_commit = off");
        try {
            return new PostgresDatabase(url, credentials, location, new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StoreException(location, "cannot connect: " + Retries.firstLine(cause), e);
        }
    }

    /** The URL without its parameters, which may hold a password. */
    private static String location(String url) {
        int parameters = url.indexOf('?');
        return (parameters < 0 ? url : url.substring(0, parameters)).replaceFirst("//[^/@]*@", "//");
    }

    Optional<Integer> version() {
        return read(Schema::version);
    }

    void migrate() {
        Schema.migrate(location, pool);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return inTransaction(TransactionIsolationLevel.READ_COMMITTED, work);
    }

    private <T extends @Nullable Object> T inTransaction(TransactionIsolationLevel level, Work<T> work) {
        // The pool replaces what is broken.
        return Retries.run(location, () -> jdbi, broken -> {}, handle -> handle.inTransaction(level, work::on));
    }

    /** A commit that waits for the disk waits for those before it too. */
    @Override
    public void settle() {
        write(handle -> {
            handle.execute("set local synchronous_commit = on");
            return handle.createQuery("select pg_current_xact_id()::text")
                    .mapTo(String.class)
                    .one();
        });
    }

    @Override
    public Optional<WriterLock> tryLock() {
        try {
            return AdvisoryLock.tryAcquire(url, credentials).map(lock -> lock);
        } catch (SQLException e) {
            throw new StoreException(location, "cannot lock it: " + Retries.firstLine(e), e);
        }
    }

    @Override
    public long bytes() {
        return read(handle -> handle.createQuery("select pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public void close() {
        pool.close();
    }
}
