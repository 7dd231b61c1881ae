package dev.nearstream.store;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a row that was read. */
record Columns(ResultSet row) {

    @Nullable
    String text(String column) throws SQLException {
        return row.getString(column);
    }

    String required(String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /** Of a {@code text} column: H2 gives more than 1,048,576 characters only as a stream. */
    String json(String column) throws SQLException {
        try (Reader reader = Objects.requireNonNull(row.getCharacterStream(column), column)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number(String column) throws SQLException {
        return row.getInt(column);
    }

    long longNumber(String column) throws SQLException {
        return row.getLong(column);
    }

    @Nullable
    Long optional(String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    double points(String column) throws SQLException {
        return row.getDouble(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    @Nullable
    Instant instant(String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Instant requiredInstant(String column) throws SQLException {
        return Objects.requireNonNull(instant(column), column);
    }

    @Nullable
    LocalDate date(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
