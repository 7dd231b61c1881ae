package dev.nearstream.pull;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestRecord.Bump;

/**
 * A bump that the bot would like to propose; nothing has been planned yet.
 *
 * @param rebuild whether the version stays, and only what upstream has goes
 * @param shared whether packages that are built with this one need another epoch then
 */
public record Wish(Outcome.Tracked outcome, RecipeDeltas deltas, Bump bump, boolean rebuild, boolean shared) {

    /** The branch, without the prefix: one a package and version stream, which later versions use again. */
    public String branch() {
        return bump.packageName();
    }
}
