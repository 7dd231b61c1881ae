package dev.nearstream.delta;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Verdicts remembered for the length of a test. */
final class MemoryCache implements VerdictCache {
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

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
