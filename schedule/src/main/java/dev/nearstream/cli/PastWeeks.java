package dev.nearstream.cli;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.RecipeHistory;
import dev.nearstream.store.Store;
import dev.nearstream.trend.Backfill;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The trend's past. */
final class PastWeeks {
    private PastWeeks() {}

    /** All of it up to the commit that is at hand. */
    static Backfill.Result read(
            RecipeHistory history, String commit, String recipes, TrendStore trend, Backfill.Watcher watcher)
            throws IOException, UpstreamException {
        return new Backfill(history, recipes, trend, RecipeInput.THREADS).run(commit, watcher);
    }

    /**
     * Goes on with it where somebody has begun, once in a week: to read the week that is over, and the one that begins, takes
     * seconds. What goes wrong is said, and costs nothing of the night.
     */
    static void goOn(Store store, RecipeInput source, Instant now, Console console) {
        RecipeHistory history = source.history();
        String commit = source.commit();
        if (history == null || commit == null) {
            return;
        }
        List<PastWeek> known = store.trend().weeks(source.name());
        boolean begun = !known.isEmpty();
        if (begun && known.get(known.size() - 1).at().week().compareTo(IsoWeek.of(now)) < 0) {
            try {
                read(history, commit, source.name(), store.trend(), (week, done, all) -> {});
            } catch (IOException | UpstreamException e) {
                console.say("the trend's past stays as it is: " + Failures.message(e));
            }
        }
    }
}
