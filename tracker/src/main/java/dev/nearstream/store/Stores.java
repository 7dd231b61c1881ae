package dev.nearstream.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens stores. Opening takes no writer's lock, and any number of processes may have the same store open. What fails is
 * a {@link StoreException}.
 */
public final class Stores {
    private static final String DIRECTORY = "store";

    private Stores() {}

    /** The H2 file in a state directory, made where there is none; its tables are brought up to date. */
    public static Store openH2(Path stateDirectory, Clock clock) {
        return new JdbiStore(H2Database.open(stateDirectory.resolve(DIRECTORY)), clock);
    }

    /** The H2 file in a state directory, if there is one. */
    public static Optional<Store> readH2(Path stateDirectory, Clock clock) {
        return new H2Files(stateDirectory.resolve(DIRECTORY)).exists()
                ? Optional.of(openH2(stateDirectory, clock))
                : Optional.empty();
    }

    /**
     * A PostgreSQL database, 14 or newer; its tables are made or brought up to date.
     *
     * @param url begins with {@code jdbc:postgresql:}
     * @param user null where the URL or the environment says it, as the driver has it
     */
    public static Store openJdbc(String url, @Nullable String user, @Nullable String password, Clock clock) {
        PostgresDatabase database = PostgresDatabase.connect(url, user, password);
        if (!database.version()
                .filter(version -> Schema.isCurrent(database.location(), version))
                .isPresent()) {
            database.migrate();
        }
        return new JdbiStore(database, clock);
    }

    /** A PostgreSQL database, if it has our tables. */
    public static Optional<Store> readJdbc(String url, @Nullable String user, @Nullable String password, Clock clock) {
        PostgresDatabase database = PostgresDatabase.connect(url, user, password);
        Optional<Integer> version = database.version();
        if (version.isEmpty()) {
            database.close();
            return Optional.empty();
        }
        if (!Schema.isCurrent(database.location(), version.get())) {
            database.migrate();
        }
        return Optional.of(new JdbiStore(database, clock));
    }
}
