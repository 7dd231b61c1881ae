package dev.nearstream.tracker;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.SeriesPlanner;
import dev.nearstream.decision.Decision;
import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.pick.PickReport;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.Release;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the bump of a package to a version: all that it carries held against both trees. */
public final class BumpPlanner {
    private final RecipeFiles files;
    private final Upstreams upstreams;
    private final OtherDeltas other;

    public BumpPlanner(RecipeFiles files, Upstreams upstreams) {
        this.files = files;
        this.upstreams = upstreams;
        this.other = new OtherDeltas(Assessors.all(files));
    }

    /**
     * The plan; empty where upstream has no tag of that version.
     *
     * @throws UpstreamException where upstream's refs cannot be had, or the recipe checks out none
     */
    public Optional<BumpPlan> plan(RecipeDeltas deltas, Version version) throws UpstreamException, IOException {
        Recipe recipe = deltas.recipe();
        Optional<TargetRelease> target = TargetRelease.of(recipe, version, upstreams);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Release release = target.get().release();
        Plans plans =
                plans(deltas, release, target.get().repository(), target.get().inOrder());
        Tag tag = release.tag();
        return Optional.of(new BumpPlan(
                recipe.name().value(),
                recipe.version().value(),
                version.text(),
                tag == null ? null : tag.name(),
                release.commit(),
                plans.patches(),
                plans.others()));
    }

    private Plans plans(RecipeDeltas deltas, Release release, String repository, List<Tag> releases)
            throws UpstreamException, IOException {
        Recipe recipe = deltas.recipe();
        Map<String, Map<String, List<Delta.PatchFile>>> places = DeltaTracker.places(deltas.patches());
        places.putIfAbsent("", Map.of());
        List<PatchPlan> patches = new ArrayList<>();
        List<BumpPlan.Other> others = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<Delta.PatchFile>>> of : places.entrySet()) {
            Sources now = Sources.packaged(recipe, of.getKey(), upstreams);
            Sources next = Sources.at(recipe, of.getKey(), upstreams, release, repository);
            try (Stand from = new Stand(recipe, now, upstreams);
                    Stand to = new Stand(recipe, next, upstreams)) {
                from.pick(from, releases);
                Map<Checkout, PickReport> picks = to.pick(from, releases);
                for (Map.Entry<String, List<Delta.PatchFile>> place :
                        of.getValue().entrySet()) {
                    patches.addAll(at(place.getKey(), place.getValue(), from, to, releases));
                }
                if (of.getKey().isEmpty()) {
                    others.addAll(others(deltas, other.assess(deltas.deltas(), to, picks, releases)));
                }
            }
        }
        return new Plans(once(decided(deltas, patches)), others);
    }

    private static List<PatchPlan> decided(RecipeDeltas deltas, List<PatchPlan> plans) {
        Map<String, String> kept = new HashMap<>();
        for (Delta.PatchFile patch : deltas.patches()) {
            deltas.decisions().about(patch.facts().id()).ifPresent(decision -> kept.put(patch.path(), decision.text()));
        }
        return plans.stream()
                .map(plan -> kept.containsKey(plan.patch()) ? plan.keptBy(kept.get(plan.patch())) : plan)
                .toList();
    }

    private record Plans(List<PatchPlan> patches, List<BumpPlan.Other> others) {}

    private List<PatchPlan> at(
            String directory, List<Delta.PatchFile> patches, Stand from, Stand to, List<Tag> releases)
            throws IOException {
        Optional<String> missing = from.why(directory).or(() -> to.why(directory));
        List<SeriesPatch> series = new ArrayList<>();
        List<PatchPlan> plans = new ArrayList<>();
        for (Delta.PatchFile patch : patches) {
            Optional<SeriesPatch> read = DeltaTracker.read(files, patch);
            if (read.isPresent() && missing.isEmpty()) {
                series.add(read.get());
            } else {
                plans.add(PatchPlan.unknown(patch.path(), missing.orElse("the file is not there")));
            }
        }
        try (WorkspaceHistory history = from.historyTo(to, directory, releases)) {
            plans.addAll(new SeriesPlanner(from.tree(directory), to.tree(directory), history).plan(series));
        }
        return plans;
    }

    /**
     * One plan for each patch: where several steps apply it, that which asks most of a person. A step whose tree cannot be
     * followed counts only where there is no other.
     */
    private static List<PatchPlan> once(List<PatchPlan> plans) {
        Map<String, PatchPlan> byPatch = new LinkedHashMap<>();
        for (PatchPlan plan : plans) {
            byPatch.merge(plan.patch(), plan, (one, other) -> {
                if (one.isUnknown() || other.isUnknown()) {
                    return one.isUnknown() ? other : one;
                }
                return one.action().compareTo(other.action()) >= 0 ? one : other;
            });
        }
        return List.copyOf(byPatch.values());
    }

    private static List<BumpPlan.Other> others(RecipeDeltas deltas, Map<String, Assessment> found) {
        List<BumpPlan.Other> others = new ArrayList<>();
        for (Delta delta : deltas.deltas()) {
            Delta.Facts facts = delta.facts();
            Assessment assessment = found.get(facts.id());
            Optional<Decision> decision = deltas.decisions().about(facts.id());
            if (assessment != null && assessment.state() == Assessment.State.DROPPABLE && decision.isPresent()) {
                assessment = Assessment.needed(
                        "decided to keep it: " + decision.get().text() + "; otherwise: " + assessment.reason());
            }
            if (assessment != null) {
                others.add(new BumpPlan.Other(
                        facts.kind(),
                        facts.id(),
                        facts.where(),
                        BumpPlan.Action.of(assessment.state()),
                        assessment.reason(),
                        assessment.evidence()));
            }
        }
        return others;
    }
}
