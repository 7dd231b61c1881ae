package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a distribution carried at a week's end.
 *
 * @param packages how many there were
 * @param carrying how many of them carried a delta
 * @param deltas carried by all packages together
 * @param byKind the same by kind; kinds that are not there are left out, as are purposes
 * @param contents distinct contents: a patch copied into eight version streams is one
 * @param contentsByKind the same by kind
 * @param contentsByPurpose and by purpose
 * @param flow what came and went since the week before
 * @param bumped packages that came to another version
 * @param cohort the contents that the fixed cohort carried, or null before the cohort begins
 */
public record TrendPoint(
        IsoWeek week,
        int packages,
        int carrying,
        int deltas,
        Map<DeltaKind, Integer> byKind,
        int contents,
        Map<DeltaKind, Integer> contentsByKind,
        Map<Purpose, Integer> contentsByPurpose,
        Flow flow,
        int bumped,
        @Nullable Integer cohort) {
    public TrendPoint {
        byKind = Map.copyOf(byKind);
        contentsByKind = Map.copyOf(contentsByKind);
        contentsByPurpose = Map.copyOf(contentsByPurpose);
    }
}
