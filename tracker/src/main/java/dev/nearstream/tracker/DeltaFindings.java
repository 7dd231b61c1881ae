package dev.nearstream.tracker;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holding a package's deltas against its upstreams has shown so far. Not thread-safe. */
final class DeltaFindings {
    private final Map<String, Verdict> now = new HashMap<>();
    private final Map<String, Verdict> atLatest = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private boolean passing;

    /**
     * The verdicts of a series at the packaged version.
     *
     * @param patches of one directory, those that could not be read among them
     * @param series those that could
     */
    void now(List<Delta.PatchFile> patches, List<SeriesPatch> series, List<Verdict> verdicts) {
        put(now, patches, series, verdicts);
    }

    void atLatest(List<Delta.PatchFile> patches, List<SeriesPatch> series, List<Verdict> verdicts) {
        put(atLatest, patches, series, verdicts);
    }

    private void put(
            Map<String, Verdict> to, List<Delta.PatchFile> patches, List<SeriesPatch> series, List<Verdict> verdicts) {
        int next = 0;
        for (Delta.PatchFile patch : patches) {
            if (next < series.size() && series.get(next).name().equals(patch.path())) {
                paths.put(patch.path(), patch.facts().id());
                to.put(patch.facts().id(), verdicts.get(next++));
            }
        }
    }

    void now(String id, Assessment assessment) {
        put(now, id, assessment);
    }

    void atLatest(String id, Assessment assessment) {
        put(atLatest, id, assessment);
    }

    private void put(Map<String, Verdict> to, String id, Assessment assessment) {
        assessment
                .verdict()
                .ifPresentOrElse(verdict -> to.put(id, verdict), () -> reasons.putIfAbsent(id, assessment.reason()));
    }

    /** Whether a patch applies today, and at the newest release where there is one. */
    boolean applies(String path) {
        String id = paths.getOrDefault(path, "");
        return now.get(id) instanceof Verdict.Applies
                && (atLatest.get(id) == null || atLatest.get(id) instanceof Verdict.Applies);
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
