package dev.nearstream.cli;

import dev.nearstream.history.RecipeHistory;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.PastVerdicts;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.trend.Backfill;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backfill}. */
@Command(
        name = "backfill",
        description =
                "Read the trend's past out of the recipe repository's history, week by week; goes on where it was stopped.")
final class BackfillCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    @Option(
            names = "--with-verdicts",
            description =
                    "Then hold the packages of each week against upstream as it was at its end, as far as mirrors and "
                            + "local repositories tell; nothing is fetched.")
    private boolean withVerdicts;

    @Option(
            names = "--again",
            description =
                    "With --with-verdicts: judge also weeks that have been judged, as more mirrors are there now.")
    private boolean again;

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
        if (again && !withVerdicts) {
            throw new ConfigurationException("--again goes with --with-verdicts: what recipes declare does not change");
        }
        options.offline = true; // the past is what is here
        Settings settings = workshop.settings(options);
        try (Store store = workshop.store(settings);
                Mirrors mirrors = workshop.mirrors(settings, withVerdicts ? store.dates() : DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            RecipeHistory history = source.history();
            if (history == null || source.commit() == null) {
                throw new ConfigurationException(
                        source.name()
                                + " has no history on this machine; clone the repository whole, and name the clone with --recipes");
            }
            store.hold("backfill");
            Backfill.Result result = PastWeeks.read(history, source.commit(), source.name(), store.trend(), this::say);
            workshop.console()
                    .print("weeks known: %,d, new: %,d; recipes read: %,d"
                            .formatted(result.weeks(), result.added(), result.read()));
            if (withVerdicts) {
                judge(settings, store, mirrors, source.name(), history);
            }
            return ExitCode.OK;
        }
    }

    private void judge(Settings settings, Store store, Mirrors mirrors, String recipes, RecipeHistory history)
            throws IOException, UpstreamException {
        ExecutorService threads = Executors.newFixedThreadPool(RecipeInput.THREADS);
        try {
            Upstreams upstreams =
                    Upstreams.of(mirrors, workshop.archives(settings, mirrors), workshop.releases(settings, mirrors));
            PastVerdicts.Tools tools = new PastVerdicts.Tools(
                    store.verdicts(),
                    upstreams,
                    workshop.policy(settings),
                    LocalDate.ofInstant(workshop.clock().instant(), ZoneOffset.UTC),
                    threads);
            PastVerdicts.Result result = new PastVerdicts(history, recipes, store.trend(), tools).run(again, this::say);
            workshop.console()
                    .print("weeks held against upstream: %,d, new: %,d".formatted(result.weeks(), result.judged()));
        } finally {
            threads.shutdownNow();
        }
    }

    private void say(PastStanding week, int done, int all) {
        say(
                "%,d of %,d weeks held against upstream: %s; packages: %,d, assessed: %,d"
                        .formatted(done, all, week.week(), week.packages(), week.assessed()),
                done == all);
    }

    private void say(PastWeek week, int done, int all) {
        say(
                "%,d of %,d weeks read: %s; packages: %,d, deltas: %,d"
                        .formatted(done, all, week.at().week(), week.packages(), week.deltas()),
                done == all);
    }

    private void say(String line, boolean last) {
        Instant now = workshop.clock().instant();
        if (last || said.plus(BETWEEN_LINES).isBefore(now)) {
            said = now;
            workshop.console().say(line);
        }
    }
}
