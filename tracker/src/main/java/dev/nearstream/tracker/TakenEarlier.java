package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.Taken;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Since when upstream has what packages carry, by the past weeks that were held against it: so that the first night counts
 * the days that the weeks before it counted, and a trend has no step there. Immutable.
 */
public final class TakenEarlier {
    private record Key(String packageName, String delta, String content) {}

    private final Map<Key, LocalDate> seen = new HashMap<>();

    public TakenEarlier(List<Taken> taken) {
        taken.forEach(one -> seen.put(
                new Key(one.packageName(), one.delta(), one.content()),
                one.seen().sunday()));
    }

    /** By the deltas' ids; a delta whose content was altered since is another. */
    public Map<String, LocalDate> since(RecipeDeltas carried) {
        Map<String, LocalDate> since = new HashMap<>();
        for (Delta delta : seen.isEmpty() ? List.<Delta>of() : carried.deltas()) {
            CarriedDelta of = CarriedDelta.of(carried.recipe(), delta);
            @Nullable LocalDate day = seen.get(new Key(carried.recipe().name().value(), of.id(), of.content()));
            if (day != null) {
                since.put(of.id(), day);
            }
        }
        return since;
    }
}
