package dev.nearstream.upstream;

import java.util.List;

/**
 * The commits found between two revisions.
 *
 * @param changes newest first
 * @param gap why there may be others, or why some of these may be older than both, on one line; empty where it is known
 *     that these are all
 */
public record Changes(List<Change> changes, String gap) {
    public Changes {
        changes = List.copyOf(changes);
    }

    /** Whether these are all there are. */
    public boolean complete() {
        return gap.isEmpty();
    }

    static Changes none(String gap) {
        return new Changes(List.of(), gap);
    }
}
