package dev.nearstream.tracker;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.ReverseProof;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.PatchedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The verdicts at the packaged version. What upstream is said to have there can be dropped at once, and there is no second
 * tree to ask: it takes {@link ReverseProof}, and is a conflict without.
 */
final class PackagedVerdicts {
    private final PatchAssessor assessor;

    PackagedVerdicts(PatchAssessor assessor) {
        this.assessor = assessor;
    }

    /** In the series' order. */
    List<Verdict> of(List<SeriesPatch> series, PatchTree tree, String treeId) {
        List<Verdict> plain = assessor.assess(series, tree, treeId);
        return plain.stream().noneMatch(Verdict.Upstream.class::isInstance)
                ? plain
                : assessor.remembered(
                        series,
                        "proved on " + treeId,
                        () -> new PatchAssessor.Told(proved(series, plain, new PatchedTree(tree)), true));
    }

    private static List<Verdict> proved(List<SeriesPatch> series, List<Verdict> plain, PatchedTree tree) {
        PatchedTree current = tree;
        List<Verdict> proved = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            SeriesPatch of = series.get(i);
            Verdict verdict = plain.get(i);
            if (verdict instanceof Verdict.Upstream) {
                Optional<Evidence> doubt = ReverseProof.doubt(PatchParser.parse(of.bytes()), of.strip(), current);
                proved.add(doubt.<Verdict>map(why -> new Verdict.Conflicts(verdict.files(), List.of(why)))
                        .orElse(verdict));
                continue;
            }
            proved.add(verdict);
            if (verdict instanceof Verdict.Applies) {
                Patch patch = PatchParser.parse(of.bytes());
                PatchEngine engine = new PatchEngine(new PatchOptions(of.strip(), of.fuzz()));
                current = current.with(engine.apply(patch, current).changes());
            }
        }
        return proved;
    }
}
