package dev.nearstream.delta;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Verdicts remembered for the length of a test. */
public final class MemoryCache implements VerdictCache {
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    @Override
    public Optional<Verdict> find(String key) {
        return Optional.ofNullable(verdicts.get(key));
    }

    @Override
    public void put(String key, Verdict verdict) {
        verdicts.put(key, verdict);
    }

    int size() {
        return verdicts.size();
    }
}
