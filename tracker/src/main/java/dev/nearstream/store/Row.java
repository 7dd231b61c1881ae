package dev.nearstream.store;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A row to be written: values by column, made fit for every database on the way in. */
final class Row {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    /** What H2 takes as a string and not as a stream, with room. */
    private static final int STRING = 500_000;

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row with(String column, @Nullable Object value) {
        values.put(
                column,
                value instanceof String text ? Texts.clean(text) : value instanceof Instant at ? storable(at) : value);
        return this;
    }

    /** A long text that is clean already. */
    Row withJson(String column, @Nullable String json) {
        values.put(column, json);
        return this;
    }

    /** Microseconds, and no year that a driver's calendar reads in another way. */
    static Instant storable(Instant at) {
        Instant clamped = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
        return clamped.truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    /** The values as they were given, for keys. */
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    void addTo(Digest digest) {
        values.forEach((column, value) -> digest.add(column).add(value));
    }

    void insert(Handle handle, String table) {
        handle.createUpdate(insertInto(table)).bindMap(arguments()).execute();
    }

    /** Inserts it and returns the number that the database gave it. */
    long insertNumbered(Handle handle, String table) {
        return handle.createUpdate(insertInto(table))
                .bindMap(arguments())
                .executeAndReturnGeneratedKeys("no")
                .mapTo(Long.class)
                .one();
    }

    /** Updates the row of these key columns; inserts where there is none. */
    void upsert(Handle handle, String table, String... keys) {
        if (update(handle, table, keys) == 0) {
            insert(handle, table);
        }
    }

    /** Updates the row of these key columns; answers how many there were. */
    int update(Handle handle, String table, String... keys) {
        List<String> keyColumns = List.of(keys);
        String set = values.keySet().stream()
                .filter(column -> !keyColumns.contains(column))
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", "));
        String where =
                keyColumns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "));
        return handle.createUpdate("update " + table + " set " + set + " where " + where)
                .bindMap(arguments())
                .execute();
    }

    static void insertAll(Handle handle, String table, List<Row> rows) {
        if (!rows.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch(rows.get(0).insertInto(table));
            rows.forEach(row -> batch.bindMap(row.arguments()).add());
            batch.execute();
        }
    }

    private String insertInto(String table) {
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (:"
                + String.join(", :", values.keySet()) + ")";
    }

    private Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        values.forEach((column, value) -> arguments.put(column, argument(value)));
        return arguments;
    }

    /** Binds an instant by {@link #at} as {@code name}. */
    static <S extends SqlStatement<S>> S bind(S statement, String name, Instant at) {
        return statement.bind(name, at(at));
    }

    /** java.sql.Timestamp would take the machine's time zone and lose an hour in autumn. */
    private static Argument at(Instant instant) {
        OffsetDateTime utc = storable(instant).atOffset(ZoneOffset.UTC);
        return (position, statement, context) -> statement.setObject(position, utc);
    }

    static Argument date(LocalDate date) {
        return (position, statement, context) -> statement.setObject(position, date);
    }

    private static @Nullable Object argument(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return at(instant);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof String text && text.length() > STRING) {
            return (Argument) (position, statement, context) ->
                    statement.setCharacterStream(position, new StringReader(text), text.length());
        }
        return value;
    }
}
