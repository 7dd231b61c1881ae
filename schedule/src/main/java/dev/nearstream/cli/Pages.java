package dev.nearstream.cli;

import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.report.PackageBackground;
import dev.nearstream.report.RunsReport;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.export.Exports;
import dev.nearstream.report.render.DigestWriter;
import dev.nearstream.report.render.ReportWriter;
import dev.nearstream.report.site.Site;
import dev.nearstream.store.RunSum;
import dev.nearstream.store.Store;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All pages of a finished run, as markdown and as the site. */
final class Pages {
    private Pages() {}

    /**
     * Writes them from what the store has, but for the digests.
     *
     * @param before the run before, or null
     * @return the night's
     */
    static Path write(Store store, Night night, @Nullable Night before, Settings settings, Owners owners)
            throws IOException {
        NightReport report = NightReport.of(night, before, settings.zone());
        String recipes = night.run().recipes();
        List<RunSum> sums = store.sums();
        CarriedPast past = CarriedPast.read(store.trend(), recipes);
        TrendReport trend = trend(store, recipes, past, TrendReport.COHORT, owners, sums);
        boolean known = trend.last().isPresent();
        Site site = Site.in(settings.out());
        ReportWriter writer = new ReportWriter(settings.out(), site);
        writer.writeExports(Exports.of(report));
        Path page = writer.write(report, before, PackageBackground.read(store, night.run(), past));
        writer.writeRuns(RunsReport.of(recipes, settings.zone(), sums));
        if (known) {
            writer.writeTrend(trend);
        }
        site.finish(report, known ? trend : null);
        return page;
    }

    /** The finished run before, or null. */
    static @Nullable Night before(Store store, Night night) {
        return store.before(night.run()).map(run -> Night.read(store, run)).orElse(null);
    }

    /** Writes the owners' digests: after the night's pull requests, which they name. */
    static OwnerDigests writeDigests(Store store, Night night, @Nullable Night before, Settings settings, Owners owners)
            throws IOException {
        OwnerDigests digests = OwnerDigests.of(
                night.withPulls(store),
                before,
                settings.zone(),
                owners,
                store.pullRequests().open());
        new DigestWriter(settings.out(), Site.in(settings.out())).write(digests);
        return digests;
    }

    /**
     * Writes the night's page and the exports again, where something has become of pull requests since they were written.
     *
     * @return the night as it is now
     */
    static Night again(Store store, Night night, Settings settings, Owners owners) throws IOException {
        Night now = Night.read(store, night.run());
        if (now.pulls().equals(night.pulls())) {
            return night;
        }
        NightReport report = NightReport.of(now, before(store, night), settings.zone());
        TrendReport trend = trend(store, night.run().recipes(), TrendReport.COHORT, owners, store.sums());
        Site site = Site.in(settings.out());
        ReportWriter writer = new ReportWriter(settings.out(), site);
        writer.writeExports(Exports.of(report));
        writer.writeNight(report);
        site.overview(report, trend.last().isPresent() ? trend : null);
        return now;
    }

    static TrendReport trend(Store store, String recipes, int cohort, Owners owners, List<RunSum> sums) {
        return trend(store, recipes, CarriedPast.read(store.trend(), recipes), cohort, owners, sums);
    }

    private static TrendReport trend(
            Store store, String recipes, CarriedPast past, int cohort, Owners owners, List<RunSum> sums) {
        return TrendReport.of(recipes, past, JudgedPast.read(store.trend(), recipes), cohort, sums, owners);
    }

    /** Writes markdown and the site's page of the same. */
    static ReportWriter writer(Settings settings) throws IOException {
        return new ReportWriter(settings.out(), Site.in(settings.out()));
    }
}
