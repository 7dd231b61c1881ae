package dev.nearstream.history;

import java.util.Set;

/**
 * What is asked of the recipe repository's history.
 *
 * @param arrivals the paths of which it is asked since when they are there
 * @param commits those of them whose commit is asked for too
 * @param touches the paths whose last change is asked for
 */
public record Wanted(Set<String> arrivals, Set<String> commits, Set<String> touches) {
    public Wanted {
        arrivals = Set.copyOf(arrivals);
        commits = Set.copyOf(commits);
        touches = Set.copyOf(touches);
    }

    /** Whether nothing is. */
    public boolean isEmpty() {
        return arrivals.isEmpty() && touches.isEmpty();
    }
}
