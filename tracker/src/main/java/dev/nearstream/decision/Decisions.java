package dev.nearstream.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decisions about one package's deltas. Where several are about one delta, the first counts: the recipe's before the
 * configuration's.
 */
public record Decisions(List<Decision> all) {
    public static final Decisions NONE = new Decisions(List.of());

    public Decisions {
        all = List.copyOf(all);
    }

    /** The decision about a delta, by its id. */
    public Optional<Decision> about(String deltaId) {
        return all.stream().filter(decision -> decision.isAbout(deltaId)).findFirst();
    }

    /** These, then those. */
    public Decisions and(Decisions others) {
        List<Decision> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Decisions(both);
    }

    /** Those that are about none of the deltas. */
    public List<Decision> aboutNoneOf(List<String> deltaIds) {
        return all.stream()
                .filter(decision -> deltaIds.stream().noneMatch(decision::isAbout))
                .toList();
    }
}
