package dev.nearstream.cli;

import dev.nearstream.store.Pruned;
import dev.nearstream.store.Retention;
import dev.nearstream.store.Store;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prune}. */
@Command(
        name = "prune",
        description = "Forget old runs, keeping their sums for the trend, and mirrors of packages that are gone.")
final class PruneCommand implements Callable<Integer> {
    @Option(names = "--keep-runs", paramLabel = "N", description = "Finished runs to keep; default 90.")
    private @Nullable Integer keepRuns;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;

    PruneCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settingsOrSample(options);
        int keep = keepRuns == null ? settings.keepRuns() : keepRuns;
        if (keep < 1) {
            throw new ConfigurationException("--keep-runs is at least 1, not " + keep);
        }
        Optional<Store> existing = workshop.existingStore(settings);
        if (existing.isEmpty()) {
            workshop.console().say("no store is under " + settings.state() + "; there is nothing to forget");
            return ExitCode.OK;
        }
        try (Store store = existing.get()) {
            Pruned pruned = store.prune(new Retention(keep, null));
            workshop.console()
                    .print(
                            "forgot %,d finished and %,d unfinished runs, %,d outcomes, %,d assessments, %,d cached verdicts"
                                    .formatted(
                                            pruned.runs(),
                                            pruned.unfinished(),
                                            pruned.outcomes(),
                                            pruned.assessments(),
                                            pruned.cached()));
        }
        return ExitCode.OK;
    }
}
