package dev.nearstream.tracker;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Touch;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What earlier nights and the recipe repository's history know. Safe for several threads. */
public interface Past {

    /** The package's newest outcome that was tracked. */
    Optional<Outcome.Tracked> lastTracked(String packageName);

    /** Since when upstream was known to have what a package carries, by the deltas' ids, from other sources than its outcomes. */
    default Map<String, LocalDate> avoidableSince(RecipeDeltas carried) {
        return Map.of();
    }

    /** Since when the recipe repository has carried a file without a break, where its history tells. */
    Optional<LocalDate> carriedSince(String path);

    /** The commit that brought a file, where the history was asked for it. */
    default Optional<Addition> addedBy(String path) {
        return Optional.empty();
    }

    /** The last change of a file in the recipe repository, where its history tells. */
    default Optional<Touch> touchOf(String path) {
        return Optional.empty();
    }

    /**
     * A commit of the recipe repository.
     *
     * @param subject as it is written; null where it is not known any more and was found to tell no reason
     */
    record Addition(String commit, @Nullable String subject) {}
}
