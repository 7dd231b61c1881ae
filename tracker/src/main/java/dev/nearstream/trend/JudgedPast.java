package dev.nearstream.trend;

import java.util.List;

/**
 * What is known of how past weeks stood against upstream.
 *
 * @param standings of the weeks that were judged, oldest first
 * @param taken what upstream took, by package, delta and content
 */
public record JudgedPast(List<PastStanding> standings, List<Taken> taken) {
    /** No week was judged. */
    public static final JudgedPast NONE = new JudgedPast(List.of(), List.of());

    public JudgedPast {
        standings = List.copyOf(standings);
        taken = List.copyOf(taken);
    }

    /** All that the store has of a tree. */
    public static JudgedPast read(TrendStore store, String recipes) {
        return new JudgedPast(store.standings(recipes), store.taken(recipes));
    }
}
