package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Verdict;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holding a package's patches against its upstreams has shown so far. Not thread-safe. */
final class PatchFindings {
    private final Map<String, Verdict> now = new HashMap<>();
    private final Map<String, Verdict> atLatest = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private boolean passing;

    void now(Delta.PatchFile patch, Verdict verdict) {
        now.put(patch.facts().id(), verdict);
    }

    void atLatest(Delta.PatchFile patch, Verdict verdict) {
        atLatest.put(patch.facts().id(), verdict);
    }

    /** Why a verdict is missing; the first reason stands. */
    void notAssessed(Delta.PatchFile patch, String reason) {
        reasons.putIfAbsent(patch.facts().id(), reason);
    }

    void finding(String finding) {
        findings.add(finding);
    }

    /** Notes that something may be found another night, though nothing has moved. */
    void mayPass(boolean may) {
        passing |= may;
    }

    Optional<Verdict> now(String id) {
        return Optional.ofNullable(now.get(id));
    }

    Optional<Verdict> atLatest(String id) {
        return Optional.ofNullable(atLatest.get(id));
    }

    Optional<String> reason(String id) {
        return Optional.ofNullable(reasons.get(id));
    }

    Set<String> findings() {
        return findings;
    }

    boolean mayPass() {
        return passing;
    }
}
