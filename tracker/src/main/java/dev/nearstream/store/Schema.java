package dev.nearstream.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;

/** The tables, made and altered by Flyway; the scripts are in {@code schema} beside this class. */
final class Schema {
    /** The newest script's. A store that has it needs no Flyway, whose start takes longer than all else. */
    static final int CURRENT = 11;

    private Schema() {}

    /** The version of the last script that was done; empty where there is no table yet. */
    static Optional<Integer> version(Handle handle) {
        boolean made = handle.createQuery("""
                        select count(*) from information_schema.tables
                        where table_schema = current_schema and table_name = 'flyway_schema_history'
                        """).mapTo(Integer.class).one() > 0;
        return made ? handle.createQuery("""
                                select "version" from "flyway_schema_history"
                                where "success" and "version" is not null
                                order by "installed_rank" desc fetch first 1 row only
                                """).mapTo(Integer.class).findFirst() : Optional.empty();
    }

    /** Whether a store of this version is current; one that a later program has altered is refused. */
    static boolean isCurrent(String location, int version) {
        if (version > CURRENT) {
            throw new StoreException(
                    location,
                    "has schema %d, and this program knows up to %d: use the newer program".formatted(version, CURRENT),
                    null);
        }
        return version == CURRENT;
    }

    static void migrate(String location, DataSource dataSource) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:dev/nearstream/store/schema")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(location, "cannot make its tables: " + Retries.firstLine(e), e);
        }
    }
}
