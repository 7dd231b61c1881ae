package dev.nearstream.cli;

import dev.nearstream.archive.Archives;
import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.Arrival;
import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.report.Night;
import dev.nearstream.report.RunResult;
import dev.nearstream.report.render.PullsPage;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.task.Alarm;
import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import dev.nearstream.tracker.Pace;
import dev.nearstream.tracker.Past;
import dev.nearstream.tracker.Rescoring;
import dev.nearstream.tracker.RunSummary;
import dev.nearstream.tracker.TakenEarlier;
import dev.nearstream.tracker.TrackingRun;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One whole run: recipes, upstreams, deltas, scores, store, reports. */
final class NightRun {
    private final Workshop workshop;
    private final Settings settings;
    private final PullMode pulls;

    NightRun(Workshop workshop, Settings settings, PullMode pulls) {
        this.workshop = workshop;
        this.settings = settings;
        this.pulls = pulls;
    }

    /**
     * Runs once.
     *
     * @param stop once asked, no package begins, and those in hand are given up soon; the next run does them
     * @return the result; without a report where it was stopped, empty where that was before the first package
     */
    @SuppressWarnings("try") // it listens, and is not used
    Optional<RunResult> run(Store store, Stop stop)
            throws IOException, UpstreamException, StoreBusyException, InterruptedException {
        settings.requireApart();
        requireWritable(settings.out());
        ScoringPolicy policy = workshop.policy(settings);
        Workshop.prepareSample(settings);
        Task preparing = new Task();
        try (Mirrors mirrors = workshop.mirrors(settings, store.dates());
                Stop.Listening until = stop.whenAsked(preparing::cancel);
                Task.Binding here = preparing.bind();
                RecipeInput source = RecipeInput.open(settings, mirrors);
                Reporter reporter = Reporter.of(workshop.console())) {
            reporter.say("reading recipes from " + source.files().location());
            RecipeTree tree = source.read(settings.selection());
            DeltaReport deltas =
                    new DeltaFinder(source.files(), settings.decisions()).report(tree, RecipeInput.THREADS);
            Past past = past(
                    store,
                    Ages.of(deltas.all(), store, source),
                    new TakenEarlier(store.trend().taken(source.name())));
            ReleaseSources releases = workshop.releases(settings, mirrors);
            if (tree.recipes().stream().anyMatch(ReleaseSources::hasGitHubReleases)) {
                releases.notice().ifPresent(reporter::say);
            }
            until.close(); // from here on packages have their grace
            Archives archives = workshop.archives(settings, mirrors);
            Upstreams upstreams = Upstreams.of(mirrors, archives, releases);
            TrackingRun run = new TrackingRun(
                    store,
                    source.files(),
                    upstreams,
                    past,
                    policy,
                    workshop.clock(),
                    new Pace(settings.jobs(), settings.timeouts().packageLimit(), Alarm.bySystemClock()));
            RunSummary summary = run.run(wanted(source, deltas.recipes()), tree, deltas, reporter, stop);
            if (summary.complete()) {
                new Rescoring(store, policy)
                        .run(runs -> workshop.console()
                                .say("the scoring policy is another one; past runs to score again: " + runs));
            }
            if (summary.complete() && settings.selection().text().isEmpty()) {
                PastWeeks.goOn(store, source, workshop.clock().instant(), workshop.console());
            }
            Owners owners = Owners.of(settings.owners(), CodeOwners.of(source.files()));
            Night night = Night.read(store, summary.run());
            Night before = summary.complete() ? Pages.before(store, night) : null;
            Path page = summary.complete() ? Pages.write(store, night, before, settings, owners) : null;
            Optional<String> remote = settings.pulls().remote(settings);
            if (page != null && pulls != PullMode.NONE && remote.isPresent()) {
                NightWork work = new NightWork(source, tree, deltas, upstreams, archives, policy, summary.run(), store);
                pullRequests(() -> new PullNight(workshop, settings, mirrors, pulls == PullMode.DRY)
                        .run(remote.get(), work, stop));
                Pages.again(store, night, settings, owners);
            } else if (pulls == PullMode.DRY && remote.isEmpty()) {
                reporter.say("no pull requests: " + PullMode.NO_REMOTE);
            }
            if (page != null) {
                Pages.writeDigests(store, night, before, settings, owners);
            }
            return Optional.of(new RunResult(night, summary.resumed(), page));
        } catch (TaskCancelledError e) {
            return Optional.empty();
        }
    }

    private interface Pulls {
        PullDashboard run() throws IOException, UpstreamException, BranchException, ForgeException;
    }

    /** What goes wrong with them is said, and costs nothing of the night that is written already. */
    private void pullRequests(Pulls night) throws IOException {
        try {
            PullDashboard dashboard = night.run();
            Pages.writer(settings).writePulls(page(dashboard));
            if (!dashboard.lines().isEmpty()) {
                workshop.console()
                        .say("pull requests" + (dashboard.dry() ? ", nothing was done" : "") + ":\n"
                                + PullsPage.text(dashboard.view(), false).strip());
            }
            if (dashboard.ended() != null) {
                workshop.console()
                        .say("what is left of the pull requests waits for the next run: " + dashboard.ended());
            }
        } catch (UpstreamException | BranchException | ForgeException e) {
            String why = Failures.message(e);
            Pages.writer(settings).writePulls(page(PullDashboard.of(List.of(), pulls == PullMode.DRY, why)));
            workshop.console().say("no pull requests: " + why);
        }
    }

    private static String page(PullDashboard dashboard) {
        return PullsPage.markdown(dashboard.view(), dashboard.dry(), dashboard.ended());
    }

    /** Better said now than after an hour. */
    private static void requireWritable(Path out) throws IOException {
        Files.createDirectories(out);
        Files.delete(Files.createTempFile(out, ".nearstream", null));
    }

    private Run wanted(RecipeInput source, int packages) {
        return new Run(
                RunIds.next(workshop.clock()),
                workshop.clock().instant(),
                null,
                source.name(),
                source.commit(),
                source.links(),
                settings.selection().text(),
                packages);
    }

    private static Past past(Store store, Map<String, Arrival> arrivals, TakenEarlier taken) {
        return new Past() {
            @Override
            public Optional<Outcome.Tracked> lastTracked(String packageName) {
                return store.lastTracked(packageName);
            }

            @Override
            public Map<String, LocalDate> avoidableSince(RecipeDeltas carried) {
                return taken.since(carried);
            }

            @Override
            public Optional<LocalDate> carriedSince(String path) {
                return arrival(path).map(Arrival::since);
            }

            @Override
            public Optional<Addition> addedBy(String path) {
                return arrival(path)
                        .filter(arrival -> arrival.commit() != null)
                        .map(arrival -> new Addition(String.valueOf(arrival.commit()), arrival.subject()));
            }

            private Optional<Arrival> arrival(String path) {
                @Nullable Arrival arrival = arrivals.get(path);
                return Optional.ofNullable(arrival);
            }
        };
    }
}
