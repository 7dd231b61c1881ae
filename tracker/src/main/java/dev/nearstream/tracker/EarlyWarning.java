package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.store.AtBranch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * Notes the verdicts at the branch's head, and adds a finding for each patch that applies today and at the newest
     * release, and not there. A branch that does not contain the packaged version is another stream's, and no warning;
     * nothing is looked at for a recipe whose updates are off.
     *
     * @param patches by the directory that they are applied in
     * @param all those of them that could be read, the same way
     * @param now the packaged version
     */
    void warn(
            Recipe recipe,
            String subpackage,
            Map<String, List<Delta.PatchFile>> patches,
            Map<String, List<SeriesPatch>> all,
            Stand now,
            DeltaFindings findings) {
        if (all.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        Optional<String> off = off(recipe);
        if (off.isPresent()) {
            all.forEach((directory, series) -> findings.atBranch(
                    patches.getOrDefault(directory, List.of()),
                    series,
                    Collections.nCopies(series.size(), AtBranch.missing(off.get()))));
            return;
        }
        try (Stand head = new Stand(recipe, Sources.atHead(recipe, subpackage, upstreams), upstreams)) {
            all.forEach((directory, series) -> findings.atBranch(
                    patches.getOrDefault(directory, List.of()),
                    series,
                    atBranch(directory, series, now, head, findings)));
            findings.mayPass(head.passing());
        }
    }

    private static Optional<String> off(Recipe recipe) {
        if (!recipe.update().enabled()) {
            return Optional.of("updates are off");
        }
        return recipe.checkouts().isEmpty() ? Optional.of("no git checkout") : Optional.empty();
    }

    private List<AtBranch> atBranch(
            String directory, List<SeriesPatch> series, Stand now, Stand head, DeltaFindings findings) {
        Mount branch = head.branch(directory).orElse(null);
        if (branch == null || head.why(directory).isPresent()) {
            return Collections.nCopies(series.size(), AtBranch.missing("branch not known"));
        }
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        boolean apart = false;
        if (head.id(directory).equals(now.id(directory))) {
            series.forEach(patch -> verdicts.add(findings.now(patch.name())));
        } else {
            List<Verdict> plain = assessor.assess(series, head.tree(directory), head.id(directory));
            verdicts.addAll(bumps.at(now, head, directory, series, plain, List.of()));
            boolean news = verdicts.stream().anyMatch(verdict -> !(verdict instanceof Verdict.Applies));
            apart = news && !now.isBefore(head, directory);
            for (int i = 0; i < series.size() && news && !apart; i++) {
                warn(series.get(i), verdicts.get(i), head.name(directory), findings);
            }
        }
        List<AtBranch> found = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            found.add(of(branch, verdicts.get(i), findings.now(series.get(i).name()), apart));
        }
        return found;
    }

    /** @param now of the same patch: what cannot be read there either is the patch's own fault and not the tree's */
    private static AtBranch of(Mount branch, @Nullable Verdict verdict, @Nullable Verdict now, boolean apart) {
        String name = branch.revision().substring(Stand.BRANCH.length());
        boolean unread = verdict == null || (verdict instanceof Verdict.Unreadable && !verdict.equals(now));
        return unread
                ? new AtBranch(name, branch.commit(), null, "tree not at hand", false)
                : new AtBranch(name, branch.commit(), verdict, null, apart);
    }

    private static void warn(SeriesPatch patch, @Nullable Verdict verdict, String branch, DeltaFindings findings) {
        if (verdict == null || !findings.applies(patch.name())) {
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
