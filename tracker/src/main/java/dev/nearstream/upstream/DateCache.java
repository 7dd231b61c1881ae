package dev.nearstream.upstream;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Dates of tags already read, by the hash of the tag's object, which never changes its date. Safe for several threads. */
public interface DateCache {

    /** Those that are known. */
    Map<String, Instant> find(Collection<String> objects);

    void put(Map<String, Instant> dates);

    /** Remembers nothing. */
    static DateCache none() {
        return new DateCache() {
            @Override
            public Map<String, Instant> find(Collection<String> objects) {
                return Map.of();
            }

            @Override
            public void put(Map<String, Instant> dates) {}
        };
    }
}
