package dev.nearstream.report;

import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which packages carry the same patch, equal or nearly so: version streams carry copies.
 *
 * @param packages by family
 */
public record Families(Map<String, SortedSet<String>> packages) {
    public static final Families NONE = new Families(Map.of());

    /** Of one run's outcomes. */
    public static Families of(Collection<Outcome> outcomes) {
        Map<String, SortedSet<String>> packages = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Tracked tracked) {
                for (AssessedDelta delta : tracked.deltas()) {
                    String family = delta.family();
                    if (family != null) {
                        packages.computeIfAbsent(family, none -> new TreeSet<>())
                                .add(tracked.packageName());
                    }
                }
            }
        }
        return new Families(packages);
    }

    /** The packages that carry it, sorted, its own among them; empty where no other does. */
    public List<String> copies(AssessedDelta delta) {
        String family = delta.family();
        SortedSet<String> all = family == null ? null : packages.get(family);
        return all == null || all.size() < 2 ? List.of() : List.copyOf(all);
    }
}
