package dev.nearstream.cli;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Arrival;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when patches have been carried, and by which commit those came that state no reason: as an earlier run has found
 * it, else from the recipe repository's history.
 */
final class Ages {
    private Ages() {}

    /** By the patch's path in the recipe tree; those of which nobody knows are absent. */
    static Map<String, Arrival> of(List<RecipeDeltas> deltas, Store store, RecipeInput input) throws IOException {
        Map<String, Arrival> ages = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        Set<String> unexplained = new HashSet<>();
        for (RecipeDeltas of : deltas) {
            Map<String, String> paths = new HashMap<>();
            for (Delta.PatchFile patch : of.patches()) {
                paths.put(patch.facts().id(), patch.path());
                if (patch.facts().reason() == null) {
                    unexplained.add(patch.path());
                }
            }
            if (!paths.isEmpty()) {
                unknown.addAll(paths.values());
                store.lastTracked(of.recipe().name().value())
                        .ifPresent(last -> last.deltas().forEach(delta -> remember(delta, paths, unexplained, ages)));
            }
        }
        unknown.removeAll(ages.keySet());
        ages.putAll(input.arrivals(unknown, unexplained::contains));
        return ages;
    }

    private static void remember(
            AssessedDelta delta, Map<String, String> paths, Set<String> unexplained, Map<String, Arrival> ages) {
        String path = paths.get(delta.id());
        String commit = delta.background().commit();
        boolean known = path != null && (commit != null || !unexplained.contains(path));
        if (known && delta.carriedSince() != null) {
            ages.put(
                    path,
                    new Arrival(
                            delta.carriedSince(),
                            commit,
                            commit == null ? null : delta.background().reason()));
        }
    }
}
