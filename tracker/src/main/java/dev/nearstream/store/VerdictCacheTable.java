package dev.nearstream.store;

import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.VerdictCache;
import dev.nearstream.store.VerdictTable.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verdicts under the hash of all that they depend on. */
record VerdictCacheTable(Database database, Clock clock) implements VerdictCache {

    private record Found(String verdict, @Nullable LocalDate used) {}

    @Override
    public Optional<Verdict> find(String key) {
        return database.write(handle -> {
            Optional<Found> found = handle.createQuery("select verdict, used from verdict_cache where cache_key = :key")
                    .bind("key", Texts.key(key))
                    .map((row, context) -> new Found(row.getString("verdict"), new Columns(row).date("used")))
                    .findFirst();
            found.ifPresent(entry ->
                    Use.note(handle, "verdict_cache", "cache_key", Texts.key(key), entry.used(), Use.today(clock)));
            return found.map(entry -> VerdictTable.find(handle, "hash = :argument", entry.verdict())
                    .get(entry.verdict()));
        });
    }

    @Override
    public void put(String key, Verdict verdict) {
        Rows rows = Rows.of(verdict);
        database.write(handle -> {
            rows.store(handle);
            new Row()
                    .with("cache_key", Texts.key(key))
                    .with("verdict", rows.hash())
                    .with("used", Use.today(clock))
                    .upsert(handle, "verdict_cache", "cache_key");
            return rows.hash();
        });
    }
}
