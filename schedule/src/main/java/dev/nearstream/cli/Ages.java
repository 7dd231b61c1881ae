package dev.nearstream.cli;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Store;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Since when patches have been carried: as an earlier run has found it, else from the recipe repository's history. */
final class Ages {
    private Ages() {}

    /** By the patch's path in the recipe tree; those of which nobody knows are absent. */
    static Map<String, LocalDate> of(List<RecipeDeltas> deltas, Store store, RecipeInput input) throws IOException {
        Map<String, LocalDate> ages = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (RecipeDeltas of : deltas) {
            Map<String, String> paths = new HashMap<>();
            for (Delta delta : of.deltas()) {
                if (delta instanceof Delta.PatchFile patch) {
                    paths.put(delta.facts().id(), patch.path());
                }
            }
            if (!paths.isEmpty()) {
                unknown.addAll(paths.values());
                store.lastTracked(of.recipe().name().value())
                        .ifPresent(last -> last.deltas().forEach(delta -> remember(delta, paths, ages)));
            }
        }
        unknown.removeAll(ages.keySet());
        ages.putAll(input.carriedSince(unknown));
        return ages;
    }

    private static void remember(AssessedDelta delta, Map<String, String> paths, Map<String, LocalDate> ages) {
        String path = paths.get(delta.id());
        LocalDate since = delta.carriedSince();
        if (path != null && since != null) {
            ages.put(path, since);
        }
    }
}
