package dev.nearstream.cli;

import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.render.TrendJson;
import dev.nearstream.report.render.TrendText;
import dev.nearstream.store.Store;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trends}. */
@Command(
        name = "trends",
        description =
                "Write the trend from the store: what is carried week by week, what came and went, and how it stands.")
final class TrendsCommand implements Callable<Integer> {
    @Option(
            names = "--cohort",
            paramLabel = "WEEKS",
            description = "Packages that were there for so many weeks are the fixed cohort; default 52.")
    private int cohort = TrendReport.COHORT;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    TrendsCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        options.refuseSelection("trends");
        if (cohort < 1) {
            throw new ConfigurationException("--cohort is at least 1 week, not " + cohort);
        }
        Settings settings = workshop.settings(options);
        settings.requireApart();
        Optional<Store> existing = workshop.existingStore(settings);
        if (existing.isEmpty()) {
            workshop.console()
                    .say("no store is under " + settings.state() + "; nearstream backfill or nearstream run makes one");
            return ExitCode.NOT_SO;
        }
        try (Store store = existing.get();
                Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            Owners owners = Owners.of(settings.owners(), CodeOwners.of(source.files()));
            TrendReport report = Pages.trend(store, source.name(), cohort, owners, store.sums());
            if (format.json()) {
                workshop.console().print(TrendJson.of(report));
            } else {
                Path page = Pages.writer(settings).writeTrend(report);
                workshop.console().print(TrendText.of(report) + page);
            }
            return report.last().isEmpty() ? ExitCode.NOT_SO : ExitCode.OK;
        }
    }
}
