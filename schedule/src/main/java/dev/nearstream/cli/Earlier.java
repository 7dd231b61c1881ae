package dev.nearstream.cli;

import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.report.TrendReport;
import dev.nearstream.store.Run;
import dev.nearstream.store.RunSum;
import dev.nearstream.store.Store;
import dev.nearstream.trend.CarriedPast;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What a night's pages say of the time before it.
 *
 * @param night the finished run before, or null
 * @param sums of all runs
 * @param past what was carried week by week
 * @param trend made of them
 */
record Earlier(@Nullable Night night, List<RunSum> sums, CarriedPast past, TrendReport trend) {

    static Earlier read(Store store, Run run, Owners owners) {
        List<RunSum> sums = store.sums();
        CarriedPast past = CarriedPast.read(store.trend(), run.recipes());
        TrendReport trend = Pages.trend(store, run.recipes(), past, TrendReport.COHORT, owners, sums);
        Night before = store.before(run).map(last -> Night.read(store, last)).orElse(null);
        return new Earlier(before, sums, past, trend);
    }

    /** Something that is read. */
    interface Reading<T> {
        T read();
    }

    /** A thing and what was before it. */
    record Beside<T>(T now, Earlier earlier) {}

    /** Reads it on another thread while this one reads something else: it takes as long as the night itself. */
    static <T> Beside<T> beside(Store store, Run run, Owners owners, Reading<T> other) {
        CompletableFuture<Earlier> earlier = CompletableFuture.supplyAsync(() -> read(store, run, owners));
        try {
            return new Beside<>(other.read(), earlier.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        } finally {
            earlier.handle((read, e) -> "the store may be closed now").join();
        }
    }
}
