package dev.nearstream.store;

import dev.nearstream.upstream.DateCache;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Dates under the hash of the tag's object. */
record TagDateTable(Database database, Clock clock) implements DateCache {
    private static final int AT_ONCE = 500;

    private record Entry(
            String object, Instant dated, @Nullable LocalDate used) {}

    @Override
    public Map<String, Instant> find(Collection<String> objects) {
        List<String> wanted = objects.stream().distinct().toList();
        return database.write(handle -> {
            Map<String, Instant> found = new HashMap<>();
            for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                find(handle, wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())), found);
            }
            return found;
        });
    }

    private void find(Handle handle, List<String> objects, Map<String, Instant> found) {
        List<Entry> entries = handle.createQuery("select * from tag_date where object in (<objects>)")
                .bindList("objects", objects.stream().map(Texts::key).toList())
                .map((row, context) -> {
                    Columns columns = new Columns(row);
                    return new Entry(
                            columns.required("object"), columns.requiredInstant("dated"), columns.date("used"));
                })
                .list();
        for (Entry entry : entries) {
            found.put(entry.object(), entry.dated());
            Use.note(handle, "tag_date", "object", entry.object(), entry.used(), Use.today(clock));
        }
    }

    @Override
    public void put(Map<String, Instant> dates) {
        database.write(handle -> {
            dates.forEach((object, date) -> new Row()
                    .with("object", Texts.key(object))
                    .with("dated", date)
                    .with("used", Use.today(clock))
                    .upsert(handle, "tag_date", "object"));
            return dates.size();
        });
    }
}
