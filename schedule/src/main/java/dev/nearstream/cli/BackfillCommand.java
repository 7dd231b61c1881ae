package dev.nearstream.cli;

import dev.nearstream.history.RecipeHistory;
import dev.nearstream.store.Store;
import dev.nearstream.trend.Backfill;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backfill}. */
@Command(
        name = "backfill",
        description =
                "Read the trend's past out of the recipe repository's history, week by week; goes on where it was stopped.")
final class BackfillCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;
    private Instant said = Instant.MIN;

    BackfillCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        options.refuseSelection("backfill");
        Settings settings = workshop.settings(options);
        try (Store store = workshop.store(settings);
                Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            RecipeHistory history = source.history();
            if (history == null || source.commit() == null) {
                throw new ConfigurationException(
                        source.name()
                                + " has no history on this machine; clone the repository whole, and name the clone with --recipes");
            }
            store.hold("backfill");
            Backfill.Result result = new Backfill(history, source.name(), store.trend(), RecipeInput.THREADS)
                    .run(source.commit(), this::say);
            workshop.console()
                    .print("weeks known: %,d, new: %,d; recipes read: %,d"
                            .formatted(result.weeks(), result.added(), result.read()));
            return ExitCode.OK;
        }
    }

    private void say(PastWeek week, int done, int all) {
        Instant now = workshop.clock().instant();
        if (done == all || said.plus(BETWEEN_LINES).isBefore(now)) {
            said = now;
            workshop.console()
                    .say("%,d of %,d weeks read: %s; packages: %,d, deltas: %,d"
                            .formatted(done, all, week.at().week(), week.packages(), week.deltas()));
        }
    }
}
