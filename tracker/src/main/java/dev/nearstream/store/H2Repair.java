package dev.nearstream.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes a store anew from what it has committed, after a process that did not close it.
 *
 * <p>H2 may leave an entry of an unfinished transaction in a unique index, without the log by which it would take it
 * back: nobody sees it, and nobody can ever write that key. Rows are not touched by it.
 */
final class H2Repair {
    private H2Repair() {}

    /** Replaces the file, at once and whole. Killed before that, it leaves the file as it was. */
    static void rebuild(H2Files files) throws IOException {
        Path script = files.directory().resolve("rebuild.sql");
        Files.deleteIfExists(files.draft());
        Files.deleteIfExists(script);
        run(files.url(files.data()), "script nopasswords nosettings to '" + quoted(script) + "' charset 'UTF-8'");
        run(files.url(files.draft()), "runscript from '" + quoted(script) + "' charset 'UTF-8'");
        Files.move(files.draft(), files.data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(script);
    }

    private static void run(String url, String statement) throws IOException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, H2Link.USER, "");
        try {
            Jdbi.create(pool).useHandle(handle -> execute(handle, statement));
        } catch (SQLException e) {
            throw new IOException("cannot write the store anew: " + e.getMessage(), e);
        } finally {
            H2Link.shutDown(pool, "shutdown");
        }
    }

    /** Not through JDBI's own statements, which would read a colon in the path as a parameter. */
    private static void execute(Handle handle, String statement) throws SQLException {
        try (Statement sql = handle.getConnection().createStatement()) {
            sql.execute(statement);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
