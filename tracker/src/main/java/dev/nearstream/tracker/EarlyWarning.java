package dev.nearstream.tracker;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says early what the next release will do to patches: the same verdicts at upstream's default branch. */
final class EarlyWarning {
    private static final int MOST_EVIDENCE = 3;

    private final Upstreams upstreams;
    private final PatchAssessor assessor;
    private final BumpVerdicts bumps;

    EarlyWarning(Upstreams upstreams, PatchAssessor assessor) {
        this.upstreams = upstreams;
        this.assessor = assessor;
        this.bumps = new BumpVerdicts(assessor);
    }

    /**
     * Adds a finding for each patch that applies today and at the newest release, and not at the branch's head. A branch
     * that does not contain the packaged version is another stream's, and says nothing; so does one of a recipe whose
     * updates are off.
     *
     * @param all the series of patches by the directory that they are applied in
     * @param now the packaged version
     */
    void warn(Recipe recipe, String subpackage, Map<String, List<SeriesPatch>> all, Stand now, DeltaFindings findings) {
        if (!recipe.update().enabled()
                || recipe.checkouts().isEmpty()
                || all.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        try (Stand head = new Stand(recipe, Sources.atHead(recipe, subpackage, upstreams), upstreams)) {
            all.forEach((directory, series) -> {
                if (head.why(directory).isEmpty() && !head.id(directory).equals(now.id(directory))) {
                    List<Verdict> plain = assessor.assess(series, head.tree(directory), head.id(directory));
                    List<Verdict> verdicts = bumps.at(now, head, directory, series, plain, List.of());
                    boolean news = verdicts.stream().anyMatch(verdict -> !(verdict instanceof Verdict.Applies));
                    if (news && now.isBefore(head, directory)) {
                        for (int i = 0; i < series.size(); i++) {
                            warn(series.get(i), verdicts.get(i), head.name(directory), findings);
                        }
                    }
                }
            });
        }
    }

    private static void warn(SeriesPatch patch, Verdict verdict, String branch, DeltaFindings findings) {
        if (!findings.applies(patch.name())) {
            return;
        }
        if (verdict instanceof Verdict.Upstream) {
            findings.finding("early warning: upstream has %s on %s: %s"
                    .formatted(patch.name(), branch, because(verdict.evidence())));
        } else if (verdict instanceof Verdict.Conflicts || verdict instanceof Verdict.PartlyUpstream) {
            findings.finding("early warning: %s does not apply on %s: %d of %d %s"
                    .formatted(
                            patch.name(),
                            branch,
                            verdict.failedHunks(),
                            verdict.hunks(),
                            verdict.hunks() == 1 ? "hunk fails" : "hunks fail"));
        }
    }

    private static String because(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.commit() == null
                        ? one.detail()
                        : "%s “%s” of %s".formatted(one.commit().substring(0, 12), one.subject(), one.date()))
                .distinct()
                .limit(MOST_EVIDENCE)
                .collect(Collectors.joining("; "));
    }
}
