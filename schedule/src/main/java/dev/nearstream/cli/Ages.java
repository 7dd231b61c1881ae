package dev.nearstream.cli;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Arrival;
import dev.nearstream.history.Arrivals;
import dev.nearstream.history.Touch;
import dev.nearstream.history.Wanted;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when patches have been carried, by which commit those came that state no reason, and who touched each last: as an
 * earlier run has found it, else from the recipe repository's history.
 */
final class Ages {
    private final Map<String, Arrival> arrivals = new HashMap<>();
    private final Map<String, Touch> touches = new HashMap<>();
    private final Set<String> all = new HashSet<>();
    private final Set<String> unexplained = new HashSet<>();

    private Ages() {}

    /** By the patch's path in the recipe tree; those of which nobody knows are absent. */
    static Arrivals of(List<RecipeDeltas> deltas, Store store, RecipeInput input) throws IOException {
        Ages known = new Ages();
        for (RecipeDeltas of : deltas) {
            known.remember(of, store);
        }
        Arrivals found = input.arrivals(
                new Wanted(without(known.all, known.arrivals), known.unexplained, without(known.all, known.touches)));
        known.arrivals.putAll(found.arrivals());
        known.touches.putAll(found.touches());
        return new Arrivals(known.arrivals, known.touches);
    }

    private static Set<String> without(Set<String> all, Map<String, ?> known) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(known.keySet());
        return left;
    }

    private void remember(RecipeDeltas of, Store store) {
        Map<String, Delta.PatchFile> patches = new HashMap<>();
        for (Delta.PatchFile patch : of.patches()) {
            patches.put(patch.facts().id(), patch);
            all.add(patch.path());
            if (patch.facts().reason() == null) {
                unexplained.add(patch.path());
            }
        }
        if (!patches.isEmpty()) {
            store.lastTracked(of.recipe().name().value())
                    .ifPresent(last -> last.deltas().forEach(delta -> {
                        Delta.PatchFile patch = patches.get(delta.id());
                        if (patch != null) {
                            remember(delta, patch);
                        }
                    }));
        }
    }

    private void remember(AssessedDelta delta, Delta.PatchFile patch) {
        String commit = delta.background().commit();
        boolean explained = commit != null || !unexplained.contains(patch.path());
        if (explained && delta.carriedSince() != null) {
            arrivals.put(
                    patch.path(),
                    new Arrival(
                            delta.carriedSince(),
                            commit,
                            commit == null ? null : delta.background().reason()));
        }
        Touch touch = delta.background().touch();
        if (touch != null && patch.contentHash().equals(delta.contentHash())) {
            touches.put(patch.path(), touch);
        }
    }
}
