package dev.nearstream.tracker;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holding a package's deltas against its upstreams has shown so far. Not thread-safe. */
final class DeltaFindings {
    private final Map<String, Verdict> now = new HashMap<>();
    private final Map<String, Verdict> atLatest = new HashMap<>();
    private final Map<String, AtBranch> atBranch = new HashMap<>();
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

    /** The same at the default branch's head. */
    void atBranch(List<Delta.PatchFile> patches, List<SeriesPatch> series, List<AtBranch> found) {
        put(atBranch, patches, series, found);
    }

    /** What a patch is said to be at the packaged version, or null. */
    @Nullable
    Verdict now(String path) {
        return now.get(paths.getOrDefault(path, ""));
    }

    private <T> void put(Map<String, T> to, List<Delta.PatchFile> patches, List<SeriesPatch> series, List<T> found) {
        int next = 0;
        for (Delta.PatchFile patch : patches) {
            if (next < series.size() && series.get(next).name().equals(patch.path())) {
                paths.put(patch.path(), patch.facts().id());
                to.put(patch.facts().id(), found.get(next++));
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

    Set<String> findings() {
        return findings;
    }

    boolean mayPass() {
        return passing;
    }

    /** A delta with all that was found of it. */
    AssessedDelta of(Delta delta) {
        Delta.Facts facts = delta.facts();
        Verdict today = now.get(facts.id());
        return new AssessedDelta(
                        facts.kind(),
                        facts.id(),
                        facts.where(),
                        facts.size().files(),
                        facts.size().addedLines(),
                        facts.size().removedLines(),
                        facts.purpose(),
                        facts.declaredStatus(),
                        delta instanceof Delta.PatchFile file ? file.contentHash() : null,
                        null,
                        today,
                        atLatest.get(facts.id()),
                        reasons.containsKey(facts.id()) ? reasons.get(facts.id()) : doubt(delta, today),
                        null)
                .at(atBranch.get(facts.id()));
    }

    /** What does not go in at its own version is first of all a doubt about the tree that it was held against. */
    private static @Nullable String doubt(Delta delta, @Nullable Verdict today) {
        if (today == null) {
            return "it is not held against upstream";
        } else if (today instanceof Verdict.Applies || today instanceof Verdict.Upstream) {
            return null;
        } else if (today.problem() != null) {
            return today.problem();
        }
        return "cannot reproduce the build's tree: "
                + (delta instanceof Delta.PatchFile
                        ? "it does not apply at its own version"
                        : today.files().get(0).hunks().get(0).detail());
    }
}
