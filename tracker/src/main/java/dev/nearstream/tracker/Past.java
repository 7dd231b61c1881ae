package dev.nearstream.tracker;

import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/** What earlier nights and the recipe repository's history know. Safe for several threads. */
public interface Past {

    /** The package's newest outcome that was tracked. */
    Optional<Outcome.Tracked> lastTracked(String packageName);

    /** Since when the recipe repository has carried a file without a break, where its history tells. */
    Optional<LocalDate> carriedSince(String path);
}
