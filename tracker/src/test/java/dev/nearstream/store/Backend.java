package dev.nearstream.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The databases that the contract is held against. */
enum Backend {
    H2 {
        @Override
        Place place(Path directory) {
            return new Place() {
                @Override
                public Store open(Clock clock) {
                    return Stores.openH2(directory, clock);
                }

                @Override
                public Optional<Store> read(Clock clock) {
                    return Stores.readH2(directory, clock);
                }

                @Override
                public String[] arguments() {
                    return new String[] {"h2", directory.toString()};
                }
            };
        }
    },
    POSTGRES {
        @Override
        Place place(Path directory) {
            String url = Postgres.newSchema();
            return new Place() {
                @Override
                public Store open(Clock clock) {
                    return Stores.openJdbc(url, "postgres", "postgres", clock);
                }

                @Override
                public Optional<Store> read(Clock clock) {
                    return Stores.readJdbc(url, "postgres", "postgres", clock);
                }

                @Override
                public String[] arguments() {
                    return new String[] {"postgres", url};
                }
            };
        }
    };

    /** Somewhere that nothing is stored yet. */
    abstract Place place(Path directory);

    /** Where one store is. */
    interface Place {
        Store open(Clock clock);

        Optional<Store> read(Clock clock);

        /** The same place for {@link StoreProcess}. */
        String[] arguments();
    }

    /** One server for all tests, with a schema for each. */
    private static final class Postgres {
        private static final AtomicInteger SCHEMAS = new AtomicInteger();
        private static @Nullable EmbeddedPostgres server;

        private static synchronized EmbeddedPostgres server() {
            if (server == null) {
                try {
                    EmbeddedPostgres started = EmbeddedPostgres.builder().start();
                    server = started;
                    return started;
                } catch (IllegalStateException e) {
                    return Assumptions.abort("no PostgreSQL binaries for this platform: " + e.getMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return server;
        }

        static String newSchema() {
            String schema = "store" + SCHEMAS.incrementAndGet();
            try (Connection connection = server().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server().getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        }
    }
}
