package dev.nearstream.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a package's points went, place by place; null where nothing is known.
 *
 * @param weekly whether each place is a week, not a run
 * @param days ISO, one for each place, in their order
 * @param points all of them
 * @param ofDeltas all but the lag
 * @param carried how many deltas its recipe declared
 */
public record ScoreCurve(
        boolean weekly,
        List<String> days,
        List<@Nullable Double> points,
        List<@Nullable Double> ofDeltas,
        List<@Nullable Double> carried) {

    private static final int ENOUGH = 8;

    public ScoreCurve {
        days = List.copyOf(days);
        points = Collections.unmodifiableList(new ArrayList<>(points));
        ofDeltas = Collections.unmodifiableList(new ArrayList<>(ofDeltas));
        carried = Collections.unmodifiableList(new ArrayList<>(carried));
    }

    /** Whether there is anything to see: lag alone is none, for it grows with the days. */
    public boolean moves() {
        return values(ofDeltas) > 1 || values(carried) > 1;
    }

    /**
     * Whether points are to be shown, not deltas: where they move, and are known of enough places to say more than what was
     * carried. Never both, for one scale would flatten the deltas.
     */
    public boolean ofPoints() {
        long known = points.stream().filter(Objects::nonNull).count();
        return values(carried) <= 1 || (values(ofDeltas) > 1 && known >= ENOUGH);
    }

    /** How many different ones would be seen. */
    private static long values(List<@Nullable Double> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(value -> Math.round(value * 10))
                .distinct()
                .count();
    }

    /** Without the places before the first at which something is known. */
    ScoreCurve trimmed() {
        int first = 0;
        while (first < days.size() && points.get(first) == null && carried.get(first) == null) {
            first++;
        }
        return from(first);
    }

    /** Without the places before the first of these values, of which there is one a place. */
    public ScoreCurve from(List<@Nullable Double> values) {
        int first = 0;
        while (first < days.size() && values.get(first) == null) {
            first++;
        }
        return from(first);
    }

    private ScoreCurve from(int first) {
        int last = days.size();
        return new ScoreCurve(
                weekly,
                days.subList(first, last),
                points.subList(first, last),
                ofDeltas.subList(first, last),
                carried.subList(first, last));
    }
}
