package dev.nearstream.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One night's run.
 *
 * @param id sorts by start: {@code 2026-08-22T02-00-00Z-ab12}
 * @param finished null while it goes on, or where it died
 * @param recipes the recipe tree's location, the same for all its commits
 * @param recipesCommit or null for a plain directory
 * @param recipeLinks the base of links to the recipe repository's files at that commit
 *     ({@code https://github.com/wolfi-dev/os/blob/<commit>/}), or null
 * @param selection what {@code --packages} and {@code --match} said, empty for all; a run is resumed only by one of the
 *     same recipes and selection
 * @param packages how many packages it set out to do
 */
public record Run(
        String id,
        Instant started,
        @Nullable Instant finished,
        String recipes,
        @Nullable String recipesCommit,
        @Nullable String recipeLinks,
        String selection,
        int packages) {

    /** Whether it has finished, and was over what the other is over: then it can be held against it. */
    public boolean finishedLike(Run other) {
        return finished != null && recipes.equals(other.recipes) && selection.equals(other.selection);
    }
}
