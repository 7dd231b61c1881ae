package dev.nearstream.tracker;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.store.Lag;
import dev.nearstream.upstream.Release;
import dev.nearstream.upstream.ReleaseStanding;
import org.jspecify.annotations.Nullable;

/** Makes the stored lag of a standing. */
final class Lags {
    private Lags() {}

    static Lag of(Recipe recipe, ReleaseStanding standing) {
        Release newest = standing.newest();
        Release packaged = standing.packaged();
        return new Lag(
                newest == null ? null : newest.version().text(),
                newest == null ? null : newest.tag().name(),
                newest == null ? null : newest.tag().commit(),
                newest == null ? null : newest.date(),
                packaged == null ? null : packaged.tag().name(),
                packaged == null ? null : packaged.tag().commit(),
                packaged == null ? null : packaged.date(),
                standing.releasesBehind(),
                standing.firstMissed(),
                stream(recipe.update()),
                reason(recipe, standing));
    }

    static Lag unknown(Recipe recipe, String reason) {
        return new Lag(null, null, null, null, null, null, null, 0, null, stream(recipe.update()), reason);
    }

    private static @Nullable String reason(Recipe recipe, ReleaseStanding standing) {
        if (standing.reason() == null && standing.current() == null) {
            return "the packaged version " + recipe.version().value() + " is no version of apk's form";
        }
        return standing.reason();
    }

    private static @Nullable String stream(UpdateRules update) {
        if (update.at() == null) {
            return null;
        }
        return !update.enabled() ? "disabled" : update.manual() ? "manual" : null;
    }
}
