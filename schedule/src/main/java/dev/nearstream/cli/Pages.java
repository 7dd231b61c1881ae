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

/** All pages of a finished run, as markdown and as the site. */
final class Pages {
    private Pages() {}

    /**
     * Writes them from what the store has, but for the digests.
     *
     * @return the night's
     */
    static Path write(Store store, Night night, Earlier earlier, Settings settings) throws IOException {
        NightReport report = NightReport.of(night, earlier.night(), settings.zone());
        TrendReport trend = earlier.trend();
        boolean known = trend.last().isPresent();
        Site site = Site.in(settings.out());
        ReportWriter writer = new ReportWriter(settings.out(), site);
        writer.writeExports(Exports.of(report));
        Path page = writer.write(report, earlier.night(), PackageBackground.read(store, night.run(), earlier.past()));
        writer.writeRuns(RunsReport.of(night.run().recipes(), settings.zone(), earlier.sums()));
        if (known) {
            writer.writeTrend(trend);
        }
        site.finish(report, known ? trend : null);
        return page;
    }

    /** Writes the owners' digests: after the night's pull requests, which they name. */
    static OwnerDigests writeDigests(Store store, Night night, Earlier earlier, Settings settings, Owners owners)
            throws IOException {
        OwnerDigests digests = OwnerDigests.of(
                night.withPulls(store),
                earlier.night(),
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
    static Night again(Store store, Night night, Earlier earlier, Settings settings) throws IOException {
        Night now = Night.read(store, night.run());
        if (now.pulls().equals(night.pulls())) {
            return night;
        }
        NightReport report = NightReport.of(now, earlier.night(), settings.zone());
        TrendReport trend = earlier.trend();
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

    static TrendReport trend(
            Store store, String recipes, CarriedPast past, int cohort, Owners owners, List<RunSum> sums) {
        return TrendReport.of(recipes, past, JudgedPast.read(store.trend(), recipes), cohort, sums, owners);
    }

    /** Writes markdown and the site's page of the same. */
    static ReportWriter writer(Settings settings) throws IOException {
        return new ReportWriter(settings.out(), Site.in(settings.out()));
    }
}
