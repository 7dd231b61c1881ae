package dev.nearstream.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Does a transaction again where that can help: a lost connection, a deadlock, two that insert the same row. */
final class Retries {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 20;
    private static final int CONFLICTS = 20;
    /** H2: connection broken, database closed, file or session closed under it. */
    private static final Set<Integer> H2_LOST = Set.of(90067, 90098, 90121, 90007);
    /** PostgreSQL: shut down, crashed, starting up. */
    private static final Set<String> POSTGRES_LOST = Set.of("57P01", "57P02", "57P03");
    /** Unique and foreign keys, which two writers of the same content meet; H2's lock time limit. */
    private static final Set<String> CONFLICT = Set.of("23505", "23503", "23506", "HYT00", "90131");

    private Retries() {}

    /**
     * @param jdbi connects anew where need be
     * @param lost told of a database whose connection broke
     */
    static <T extends @Nullable Object> T run(
            String location, Supplier<Jdbi> jdbi, Consumer<Jdbi> lost, Database.Work<T> transaction) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int conflicts = 0;
        while (true) {
            Jdbi connected = jdbi.get();
            try {
                return connected.withHandle(transaction::on);
            } catch (JdbiException e) {
                SQLException cause = sqlException(e);
                if (cause != null && isLost(cause) && System.nanoTime() < deadline) {
                    lost.accept(connected);
                } else if (cause == null || !isConflict(cause) || ++conflicts > CONFLICTS) {
                    throw new StoreException(location, firstLine(cause == null ? e : cause), e);
                }
            }
            pause(location);
        }
    }

    static String firstLine(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    static void pause(String location) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(location, "interrupted while waiting for it", e);
        }
    }

    private static @Nullable SQLException sqlException(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    private static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return H2_LOST.contains(e.getErrorCode())
                || (state != null && (state.startsWith("08") || POSTGRES_LOST.contains(state)));
    }

    private static boolean isConflict(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("40") || CONFLICT.contains(state));
    }
}
