package dev.nearstream.tracker;

import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.SeriesPlanner;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.upstream.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bump would find, as verdicts: where a patch applies at the packaged version and not at the new one, the plan
 * says whether upstream has it in another form, and which commits show it.
 */
final class BumpVerdicts {
    private final PatchAssessor assessor;

    BumpVerdicts(PatchAssessor assessor) {
        this.assessor = assessor;
    }

    /**
     * The verdicts at the new version, each with what the plan adds; nothing is planned where all patches apply.
     *
     * @param verdicts at the new version, by its tree alone
     */
    List<Verdict> at(
            Stand packaged,
            Stand latest,
            String directory,
            List<SeriesPatch> series,
            List<Verdict> verdicts,
            List<Tag> releases) {
        boolean plain = verdicts.stream()
                .allMatch(verdict -> verdict instanceof Verdict.Applies || verdict instanceof Verdict.Unreadable);
        if (plain) {
            return verdicts;
        }
        String between = "from %s to %s".formatted(packaged.id(directory), latest.id(directory));
        return assessor.remembered(series, between, () -> {
            try (WorkspaceHistory history = packaged.historyTo(latest, directory, releases)) {
                List<PatchPlan> plans =
                        new SeriesPlanner(packaged.tree(directory), latest.tree(directory), history).plan(series);
                List<Verdict> told = new ArrayList<>();
                for (int i = 0; i < plans.size(); i++) {
                    told.add(told(plans.get(i), verdicts.get(i)));
                }
                return new PatchAssessor.Told(told, history.complete());
            }
        });
    }

    private static Verdict told(PatchPlan plan, Verdict verdict) {
        if (plan.action() == PatchPlan.Action.DROP) {
            return new Verdict.Upstream(verdict.files(), plan.evidence());
        }
        boolean doubtful = verdict instanceof Verdict.Upstream && !plan.isUnknown();
        if (verdict instanceof Verdict.Conflicts || doubtful) {
            return new Verdict.Conflicts(verdict.files(), plan.evidence());
        }
        return verdict instanceof Verdict.PartlyUpstream
                ? new Verdict.PartlyUpstream(verdict.files(), plan.evidence())
                : verdict;
    }
}
