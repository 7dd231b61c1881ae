package dev.nearstream.bump;

import dev.nearstream.bump.PatchPlan.Action;
import dev.nearstream.bump.PatchPlan.Confidence;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.ReverseProof;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.VerdictReader;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.Fit;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.PatchedTree;
import dev.nearstream.patch.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans a series of patches for a bump: patch after patch, each on the trees that those before it leave. What GNU patch
 * applies is kept, what applies in reverse is dropped, and what does neither is rebased.
 */
public final class SeriesPlanner {
    private PatchedTree from;
    private PatchedTree to;
    private final WorkspaceFiles files;
    private final UpstreamHistory history;

    /**
     * @param from the tree at the packaged version
     * @param to the tree at the new one
     * @param history between both, by the trees' paths
     */
    public SeriesPlanner(PatchTree from, WorkspaceFiles to, UpstreamHistory history) {
        this.files = to;
        this.from = new PatchedTree(from);
        this.to = new PatchedTree(to);
        this.history = history;
    }

    /** One plan for each patch, in the series' order. */
    public List<PatchPlan> plan(List<SeriesPatch> series) {
        List<PatchPlan> plans = new ArrayList<>();
        for (SeriesPatch patch : series) {
            plans.add(plan(patch));
        }
        return plans;
    }

    private PatchPlan plan(SeriesPatch of) {
        Patch patch = PatchParser.parse(of.bytes());
        PatchEngine engine = new PatchEngine(new PatchOptions(of.strip(), of.fuzz()));
        PatchResult before = engine.apply(patch, from);
        PatchResult after = engine.check(patch, to);
        PatchedTree old = from;
        from = from.with(before.changes());
        List<Evidence> evidence = VerdictReader.of(patch, to, engine, after).evidence();
        return switch (after.outcome()) {
            case APPLIES -> kept(of, patch, after, evidence);
            case UPSTREAM -> upstream(of, patch, before, old, evidence);
            case UNREADABLE ->
                PatchPlan.conflict(
                        of.name(), after.problem() == null ? "no valid patch is in it" : after.problem(), evidence);
            case CONFLICTS ->
                before.outcome() == PatchResult.Outcome.APPLIES
                        ? rebased(of, patch, before, old, evidence)
                        : PatchPlan.unknown(
                                of.name(),
                                "it does not apply at the packaged version either: the build's tree is not the one that"
                                        + " was looked at");
        };
    }

    /**
     * All of it applies in reverse. GNU patch's fuzz may find another place than the patch's own, so the trees must say the
     * same; where the packaged one says nothing of the patch, the new one must prove it alone.
     */
    private PatchPlan upstream(
            SeriesPatch of, Patch patch, PatchResult before, PatchTree old, List<Evidence> evidence) {
        if (before.outcome() != PatchResult.Outcome.APPLIES) {
            return ReverseProof.doubt(patch, of.strip(), to)
                    .map(doubt -> PatchPlan.conflict(of.name(), doubt.detail(), List.of(doubt)))
                    .orElse(new PatchPlan(
                            of.name(), Action.DROP, Confidence.MEDIUM, "upstream has all of it", evidence, null));
        }
        if (PatchRebase.haveMoved(before.changes(), old, to)) {
            return PatchPlan.conflict(
                    of.name(),
                    "it applies in reverse, but upstream has a line that it removes somewhere else now",
                    evidence);
        }
        PatchPlan plan = rebased(of, patch, before, old, evidence);
        if (plan.action() != Action.DROP) {
            return plan;
        }
        List<Evidence> all = new ArrayList<>(evidence);
        plan.evidence().stream().filter(one -> one.commit() != null).forEach(all::add);
        return new PatchPlan(of.name(), Action.DROP, Confidence.HIGH, "upstream has all of it", all, null);
    }

    private PatchPlan kept(SeriesPatch of, Patch patch, PatchResult result, List<Evidence> evidence) {
        Optional<String> text = result.how() == Fit.FUZZ
                ? new PatchRefresh(of, patch, to, Map.of())
                        .text(result, result.changes())
                        .flatMap(SeriesPlanner::utf8)
                : Optional.empty();
        to = to.with(result.changes());
        String how = switch (result.how()) {
            case EXACT -> "applies exactly";
            case OFFSET -> "applies with an offset";
            case FUZZ -> "applies only with fuzz" + (text.isPresent() ? "; the refreshed text applies exactly" : "");
        };
        return new PatchPlan(of.name(), Action.KEEP, Confidence.HIGH, how, evidence, text.orElse(null));
    }

    private PatchPlan rebased(SeriesPatch of, Patch patch, PatchResult before, PatchTree old, List<Evidence> evidence) {
        try {
            Rebase.Planned planned = new Rebase(of, patch, before, old, to, files, history).plan(evidence);
            to = to.with(planned.left());
            return planned.plan();
        } catch (UnreadableFileException e) {
            return PatchPlan.conflict(of.name(), "a file cannot be read: " + e.reason(), evidence);
        }
    }

    /** JSON and files carry text: what is not UTF-8 is left to a person. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
