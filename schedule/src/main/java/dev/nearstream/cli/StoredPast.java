package dev.nearstream.cli;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Arrival;
import dev.nearstream.history.Arrivals;
import dev.nearstream.history.Touch;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.Past;
import dev.nearstream.tracker.TakenEarlier;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of the time before it.
 *
 * @param store with the earlier nights
 * @param history of the patch files
 * @param taken what past weeks found at upstream
 */
record StoredPast(Store store, Arrivals history, TakenEarlier taken) implements Past {

    @Override
    public Optional<Outcome.Tracked> lastTracked(String packageName) {
        return store.lastTracked(packageName);
    }

    @Override
    public Map<String, LocalDate> avoidableSince(RecipeDeltas carried) {
        return taken.since(carried);
    }

    @Override
    public Optional<LocalDate> carriedSince(String path) {
        return arrival(path).map(Arrival::since);
    }

    @Override
    public Optional<Addition> addedBy(String path) {
        return arrival(path)
                .filter(arrival -> arrival.commit() != null)
                .map(arrival -> new Addition(String.valueOf(arrival.commit()), arrival.subject()));
    }

    @Override
    public Optional<Touch> touchOf(String path) {
        @Nullable Touch touch = history.touches().get(path);
        return Optional.ofNullable(touch);
    }

    private Optional<Arrival> arrival(String path) {
        @Nullable Arrival arrival = history.arrivals().get(path);
        return Optional.ofNullable(arrival);
    }
}
