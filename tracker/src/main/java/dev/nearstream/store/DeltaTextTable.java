package dev.nearstream.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Texts of patches by their hashes.
 *
 * @param requireLock throws where this process may not write
 */
record DeltaTextTable(Database database, Runnable requireLock) implements DeltaTexts {

    @Override
    public Set<String> known() {
        return database.read(handle -> new HashSet<>(handle.createQuery("select hash from delta_text")
                .mapTo(String.class)
                .list()));
    }

    @Override
    public void put(Map<String, String> texts) {
        requireLock.run();
        // In the order of their hashes: two that store at once do not wait for each other.
        List<Row> rows = new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> new Row().with("hash", text.getKey()).with("content", text.getValue()))
                        .toList();
        database.write(handle -> {
            Row.insertAll(handle, "delta_text", rows);
            return rows;
        });
    }

    @Override
    public Map<String, String> ofRun(String run) {
        return database.read(handle -> {
            Map<String, String> texts = new HashMap<>();
            handle.createQuery("""
                            select t.hash, t.content from delta_text t where t.hash in (
                                select d.content_hash from delta d join outcome o on o.assessment = d.assessment
                                join run r on r.no = o.run where r.id = :run)
                            """)
                    .bind("run", Texts.key(run))
                    .map((row, context) -> Map.entry(row.getString("hash"), new Columns(row).json("content")))
                    .forEach(text -> texts.put(text.getKey(), text.getValue()));
            return texts;
        });
    }
}
