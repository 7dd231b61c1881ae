package dev.nearstream.cli;

import dev.nearstream.archive.Archives;
import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.metrics.NightObserver;
import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.report.Night;
import dev.nearstream.report.OwnerDigests;
import dev.nearstream.report.RunResult;
import dev.nearstream.report.render.PullsPage;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.task.Alarm;
import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import dev.nearstream.tracker.Pace;
import dev.nearstream.tracker.Past;
import dev.nearstream.tracker.Progress;
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
import java.util.List;
import java.util.Optional;

/** One whole run: recipes, upstreams, deltas, scores, store, reports. */
final class NightRun {
    private final Workshop workshop;
    private final Settings settings;
    private final PullMode pulls;
    private final NightObserver observer;

    NightRun(Workshop workshop, Settings settings, PullMode pulls) {
        this(workshop, settings, pulls, NightObserver.NONE);
    }

    /** @param observer hears what the run does */
    NightRun(Workshop workshop, Settings settings, PullMode pulls, NightObserver observer) {
        this.observer = observer;
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
        try (Mirrors mirrors = workshop.mirrors(settings, store.dates(), observer.traffic());
                Stop.Listening until = stop.whenAsked(preparing::cancel);
                Task.Binding here = preparing.bind();
                RecipeInput source = RecipeInput.open(settings, mirrors);
                Reporter reporter = Reporter.of(workshop.console())) {
            reporter.say("reading recipes from " + source.files().location());
            RecipeTree tree = source.read(settings.selection());
            DeltaReport deltas =
                    new DeltaFinder(source.files(), settings.decisions()).report(tree, RecipeInput.THREADS);
            Past past = new StoredPast(
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
            Progress heard = Progress.both(reporter, observer.progress());
            RunSummary summary = run.run(wanted(source, deltas.recipes()), tree, deltas, heard, stop);
            if (!summary.complete()) {
                return Optional.of(new RunResult(Night.read(store, summary.run()), summary.resumed(), null));
            }
            new Rescoring(store, policy)
                    .run(runs -> workshop.console()
                            .say("the scoring policy is another one; past runs to score again: " + runs));
            if (settings.selection().text().isEmpty()) {
                PastWeeks.goOn(store, source, workshop.clock().instant(), workshop.console());
            }
            Owners owners = Owners.of(settings.owners(), CodeOwners.of(source.files()));
            Earlier.Beside<Night> read =
                    Earlier.beside(store, summary.run(), owners, () -> Night.read(store, summary.run()));
            Night night = read.now();
            Earlier earlier = read.earlier();
            observer.finished(night, store);
            Path page = Pages.write(store, night, earlier, settings);
            Optional<String> remote = settings.pulls().remote(settings);
            if (pulls != PullMode.NONE && remote.isPresent()) {
                NightWork work = new NightWork(source, tree, deltas, upstreams, archives, policy, summary.run(), store);
                PullDashboard dashboard =
                        pullRequests(() -> new PullNight(workshop, settings, mirrors, pulls == PullMode.DRY)
                                .run(remote.get(), work, stop));
                observer.pulls(dashboard, store);
                night = Pages.again(store, night, earlier, settings);
            } else if (pulls == PullMode.DRY && remote.isEmpty()) {
                reporter.say("no pull requests: " + PullMode.NO_REMOTE);
            }
            OwnerDigests digests = Pages.writeDigests(store, night, earlier, settings, owners);
            if (pulls != PullMode.DRY) {
                new MailNight(workshop, settings).run(store, night, digests, owners, stop);
            } else if (settings.mail().isPresent()) {
                reporter.say("no mail: a dry run sends none");
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
    private PullDashboard pullRequests(Pulls night) throws IOException {
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
            return dashboard;
        } catch (UpstreamException | BranchException | ForgeException e) {
            String why = Failures.message(e);
            PullDashboard none = PullDashboard.of(List.of(), pulls == PullMode.DRY, why);
            Pages.writer(settings).writePulls(page(none));
            workshop.console().say("no pull requests: " + why);
            return none;
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
}
