package dev.nearstream.tracker;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.SeriesPlanner;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.Release;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.TagReleases;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the bump of a package to a version: its patches held against both trees. */
public final class BumpPlanner {
    private final RecipeFiles files;
    private final Upstreams upstreams;

    public BumpPlanner(RecipeFiles files, Upstreams upstreams) {
        this.files = files;
        this.upstreams = upstreams;
    }

    /**
     * The plan; empty where upstream has no tag of that version.
     *
     * @throws UpstreamException where upstream's refs cannot be had, or the recipe checks out none
     */
    public Optional<BumpPlan> plan(RecipeDeltas deltas, Version version) throws UpstreamException, IOException {
        Recipe recipe = deltas.recipe();
        TagReleases releases = new TagReleases(recipe);
        Optional<String> repository = releases.repository()
                .or(() -> recipe.checkouts().stream()
                        .map(checkout -> checkout.repository().value())
                        .findFirst());
        Optional<Release> release =
                repository.isEmpty() ? Optional.empty() : releases.release(upstreams.open(repository.get()), version);
        if (repository.isEmpty() || release.isEmpty()) {
            return Optional.empty();
        }
        List<PatchPlan> patches = patches(deltas, release.get(), repository.get());
        return Optional.of(new BumpPlan(
                recipe.name().value(),
                recipe.version().value(),
                version.text(),
                release.get().tag().name(),
                release.get().tag().commit(),
                patches,
                others(deltas)));
    }

    private List<PatchPlan> patches(RecipeDeltas deltas, Release release, String repository)
            throws UpstreamException, IOException {
        Recipe recipe = deltas.recipe();
        List<Tag> releases = new TagReleases(recipe).inOrder(upstreams.open(repository));
        List<PatchPlan> plans = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<Delta.PatchFile>>> of :
                PatchTracker.places(deltas.patches()).entrySet()) {
            Sources from = Sources.packaged(recipe, of.getKey(), upstreams);
            Sources to = Sources.at(recipe, of.getKey(), upstreams, release, repository);
            try (Submodules submodules = new Submodules(upstreams)) {
                for (Map.Entry<String, List<Delta.PatchFile>> place :
                        of.getValue().entrySet()) {
                    plans.addAll(at(recipe, place.getKey(), place.getValue(), from, to, releases, submodules));
                }
            } finally {
                from.close();
                to.close();
            }
        }
        return once(plans);
    }

    private List<PatchPlan> at(
            Recipe recipe,
            String directory,
            List<Delta.PatchFile> patches,
            Sources from,
            Sources to,
            List<Tag> releases,
            Submodules submodules)
            throws IOException {
        List<Mount> old = from.seenFrom(directory);
        List<Mount> now = to.seenFrom(directory);
        Optional<String> missing =
                PatchTracker.why(recipe, directory, from, old).or(() -> PatchTracker.why(recipe, directory, to, now));
        List<SeriesPatch> series = new ArrayList<>();
        List<PatchPlan> plans = new ArrayList<>();
        for (Delta.PatchFile patch : patches) {
            Optional<SeriesPatch> read = PatchTracker.read(files, patch);
            if (read.isPresent() && missing.isEmpty()) {
                series.add(read.get());
            } else {
                plans.add(PatchPlan.unknown(patch.path(), missing.orElse("the file is not there")));
            }
        }
        Mount.Troubles troubles = new Mount.Troubles();
        try (WorkspaceHistory history = new WorkspaceHistory(directory, old, now, releases)) {
            plans.addAll(new SeriesPlanner(
                            new WorkspaceTree(directory, old, submodules, troubles),
                            new WorkspaceTree(directory, now, submodules, troubles),
                            history)
                    .plan(series));
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

    private static List<BumpPlan.Other> others(RecipeDeltas deltas) {
        return deltas.deltas().stream()
                .filter(delta -> !(delta instanceof Delta.PatchFile))
                .map(Delta::facts)
                .map(facts -> new BumpPlan.Other(
                        facts.kind(),
                        facts.id(),
                        facts.where(),
                        "unknown",
                        "this kind is not held against upstream yet",
                        List.of()))
                .toList();
    }
}
