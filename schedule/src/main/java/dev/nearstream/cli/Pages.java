package dev.nearstream.cli;

import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.report.EarlierScores;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.RunsReport;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.export.Exports;
import dev.nearstream.report.render.ReportWriter;
import dev.nearstream.report.site.Site;
import dev.nearstream.store.RunSum;
import dev.nearstream.store.Store;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import dev.nearstream.upstream.RecipeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All pages of a finished run, as markdown and as the site. */
final class Pages {
    private Pages() {}

    /**
     * Writes them from what the store has.
     *
     * @return the night's
     */
    static Path write(Store store, Night night, Settings settings, Owners owners) throws IOException {
        Night before =
                store.before(night.run()).map(run -> Night.read(store, run)).orElse(null);
        NightReport report = NightReport.of(night, before, settings.zone());
        String recipes = night.run().recipes();
        List<RunSum> sums = store.sums();
        TrendReport trend = trend(store, recipes, TrendReport.COHORT, owners, sums);
        boolean known = trend.last().isPresent();
        Site site = Site.in(settings.out());
        ReportWriter writer = new ReportWriter(settings.out(), site);
        writer.writeExports(Exports.of(report));
        Path page = writer.write(report, before, EarlierScores.read(store, night.run()));
        writer.writeRuns(RunsReport.of(recipes, settings.zone(), sums));
        if (known) {
            writer.writeTrend(trend);
        }
        site.finish(report, known ? trend : null);
        return page;
    }

    static TrendReport trend(Store store, String recipes, int cohort, Owners owners, List<RunSum> sums) {
        return TrendReport.of(
                recipes,
                CarriedPast.read(store.trend(), recipes),
                JudgedPast.read(store.trend(), recipes),
                cohort,
                sums,
                owners);
    }

    /** Who owns the packages of the recipes that the settings name; where these are no directory, by the settings alone: nothing is fetched. */
    static Owners owners(Settings settings) throws IOException {
        Optional<Path> directory =
                RecipeSource.parse(String.valueOf(settings.recipes())).directory();
        CodeOwners files =
                directory.isEmpty() ? CodeOwners.none() : CodeOwners.of(new RecipeDirectory(directory.get()));
        return Owners.of(settings.owners(), files);
    }

    /** Writes markdown and the site's page of the same. */
    static ReportWriter writer(Settings settings) throws IOException {
        return new ReportWriter(settings.out(), Site.in(settings.out()));
    }
}
