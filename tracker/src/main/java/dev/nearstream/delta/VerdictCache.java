package dev.nearstream.delta;

import java.util.Optional;

/**
 * Verdicts already reached. A key is a hash over the engine's version, the bytes of the series up to and including the
 * patch, strip, fuzz, and the tree's id, so that an entry never grows stale. Safe for several threads.
 */
public interface VerdictCache {

    Optional<Verdict> find(String key);

    void put(String key, Verdict verdict);

    /** Remembers nothing. */
    static VerdictCache none() {
        return new VerdictCache() {
            @Override
            public Optional<Verdict> find(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, Verdict verdict) {}
        };
    }
}
