package dev.nearstream.trend;

import java.util.HashMap;
import java.util.Map;

/** How often each of some things is there. */
final class Tally<T> {
    private final Map<T, Integer> counts = new HashMap<>();

    /** Whether it was not there before. */
    boolean add(T thing) {
        return counts.merge(thing, 1, Integer::sum) == 1;
    }

    /** Whether it is not there any more. */
    boolean remove(T thing) {
        return counts.merge(thing, -1, (count, less) -> count + less == 0 ? null : count + less) == null;
    }

    boolean has(T thing) {
        return counts.containsKey(thing);
    }

    int distinct() {
        return counts.size();
    }

    Map<T, Integer> counts() {
        return Map.copyOf(counts);
    }
}
