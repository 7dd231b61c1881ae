package dev.nearstream.tracker;

import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.VerdictCache;
import java.util.Optional;

/** A run's verdicts, and whoever hears which were known. */
record HeardVerdicts(VerdictCache verdicts, Progress progress) implements VerdictCache {

    @Override
    public Optional<Verdict> find(String key) {
        Optional<Verdict> found = verdicts.find(key);
        progress.verdict(found.isPresent());
        return found;
    }

    @Override
    public void put(String key, Verdict verdict) {
        verdicts.put(key, verdict);
    }
}
