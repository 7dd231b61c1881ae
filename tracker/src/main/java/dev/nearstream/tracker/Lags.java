package dev.nearstream.tracker;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.release.Release;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.store.Lag;
import dev.nearstream.upstream.Tag;
import org.jspecify.annotations.Nullable;

/** Makes the stored lag of a standing. */
final class Lags {
    private Lags() {}

    static Lag of(Recipe recipe, ReleaseStanding standing) {
        Release newest = standing.newest();
        Release packaged = standing.packaged();
        return new Lag(
                newest == null ? null : newest.version().text(),
                tag(newest),
                newest == null ? null : newest.commit(),
                newest == null ? null : newest.date(),
                tag(packaged),
                packaged == null ? null : packaged.commit(),
                packaged == null ? null : packaged.date(),
                standing.releasesBehind(),
                standing.firstMissed(),
                stream(recipe.update()),
                reason(recipe, standing));
    }

    private static @Nullable String tag(@Nullable Release release) {
        Tag tag = release == null ? null : release.tag();
        return tag == null ? null : tag.name();
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
