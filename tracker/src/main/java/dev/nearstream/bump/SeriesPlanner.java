package dev.nearstream.bump;

import dev.nearstream.bump.FileMerge.Fate;
import dev.nearstream.bump.PatchPlan.Action;
import dev.nearstream.bump.PatchPlan.Confidence;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.VerdictReader;
import dev.nearstream.patch.Fit;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.PatchedTree;
import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.UnreadableFileException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans a series of patches for a bump: patch after patch, each on the trees that those before it leave. What GNU patch
 * applies is kept. What it does not is dropped only where all of it is there in reverse, or where the three-way merge
 * of the packaged tree, the patched one and the new one leaves nothing of it; it is refreshed where that merge is clean
 * and the new text proves right. All else is a conflict.
 */
public final class SeriesPlanner {
    private static final int PLACES = 3;
    private static final int LONGEST = 80;

    private PatchedTree from;
    private PatchedTree to;

    /**
     * @param from the tree at the packaged version
     * @param to the tree at the new one
     */
    public SeriesPlanner(PatchTree from, PatchTree to) {
        this.from = new PatchedTree(from);
        this.to = new PatchedTree(to);
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
            case UPSTREAM ->
                new PatchPlan(of.name(), Action.DROP, Confidence.HIGH, "upstream has all of it", evidence, null);
            case UNREADABLE ->
                conflict(of, after.problem() == null ? "no valid patch is in it" : after.problem(), evidence);
            case CONFLICTS ->
                before.outcome() == PatchResult.Outcome.APPLIES
                        ? rebased(of, patch, before, old, evidence)
                        : conflict(
                                of,
                                "it does not apply at the packaged version either: the build's tree is not the one that"
                                        + " was looked at",
                                evidence);
        };
    }

    private PatchPlan kept(SeriesPatch of, Patch patch, PatchResult result, List<Evidence> evidence) {
        Optional<String> text = result.how() == Fit.FUZZ
                ? new PatchRefresh(of, patch, to).text(result, result.changes()).flatMap(SeriesPlanner::utf8)
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
        PatchRebase rebase;
        try {
            rebase = PatchRebase.of(before.changes(), old, to);
        } catch (UnreadableFileException e) {
            return conflict(of, "a file cannot be read: " + e.reason(), evidence);
        }
        if (rebase.leavesNothing()) {
            return dropped(of, rebase);
        }
        if (rebase.isClean()) {
            TreeChanges left = rebase.left();
            Optional<String> text =
                    new PatchRefresh(of, patch, to).text(before, left).flatMap(SeriesPlanner::utf8);
            if (text.isPresent()) {
                to = to.with(left);
                long landed = rebase.upstreamFiles();
                String reason = "a three-way merge by lines carries it over"
                        + (landed == 0
                                ? ""
                                : "; upstream has its change to " + landed + " of its "
                                        + rebase.files().size() + " files, and that part is gone");
                return new PatchPlan(
                        of.name(),
                        Action.REFRESH,
                        landed == 0 ? Confidence.HIGH : Confidence.MEDIUM,
                        reason,
                        evidence,
                        text.get());
            }
            return conflict(
                    of, "a three-way merge carries it over, but no patch could be written that proves right", evidence);
        }
        return conflict(of, why(rebase), evidence);
    }

    private static PatchPlan dropped(SeriesPatch of, PatchRebase rebase) {
        boolean merged = rebase.with(Fate.STANDING).isEmpty();
        String detail = merged
                ? "the three-way merge of the packaged tree, the patched one and the new one leaves nothing of it"
                : "each of its changes stands at its place in the new tree, in what upstream wrote there";
        Evidence.Kind kind = merged ? Evidence.Kind.MERGES_TO_NOTHING : Evidence.Kind.SAME_CHANGE;
        return new PatchPlan(
                of.name(),
                Action.DROP,
                merged ? Confidence.HIGH : Confidence.MEDIUM,
                "upstream made the same change: " + detail,
                List.of(new Evidence(kind, null, null, null, null, detail)),
                null);
    }

    private static PatchPlan conflict(SeriesPatch of, @Nullable String reason, List<Evidence> evidence) {
        return new PatchPlan(of.name(), Action.CONFLICT, Confidence.HIGH, String.valueOf(reason), evidence, null);
    }

    /** Both sides, as a person needs them. */
    private static String why(PatchRebase rebase) {
        List<String> places = new ArrayList<>();
        rebase.with(Fate.IDLE)
                .forEach(file -> places.add(file.path() + ": the patch changes nothing there at the packaged version"));
        rebase.with(Fate.GONE).forEach(file -> places.add(file.path() + ": upstream has no such file any more"));
        for (FileMerge file : rebase.with(Fate.CONFLICT)) {
            if (file.conflicts().isEmpty()) {
                places.add(file.path() + ": both sides changed it, and it is not text or is there on one side alone");
            }
            file.conflicts()
                    .forEach(conflict -> places.add("%s:%d: the patch has %s, upstream has %s"
                            .formatted(
                                    file.path(), conflict.line(), shown(conflict.ours()), shown(conflict.theirs()))));
        }
        String more = places.size() > PLACES ? "; and %,d more".formatted(places.size() - PLACES) : "";
        return String.join("; ", places.subList(0, Math.min(PLACES, places.size()))) + more;
    }

    private static String shown(String lines) {
        String line = lines.strip().replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.isEmpty()
                ? "nothing"
                : "'" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "'";
    }

    /** JSON and files carry text: what is not UTF-8 is left to a person. */
    private static Optional<String> utf8(byte[] bytes) {
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
