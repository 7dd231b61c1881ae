package dev.nearstream.cli;

import dev.nearstream.archive.Archives;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.pull.PullDashboard;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.report.render.PullsJson;
import dev.nearstream.report.render.PullsPage;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.task.Stop;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.upstream.Mirrors;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pulls}. */
@Command(
        name = "pulls",
        description =
                "Say what the bot has open, would open, update or close after the last run, and why; change nothing.")
final class PullsCommand implements Callable<Integer> {
    @Option(names = "--dry-run", description = "Print the exact changes too, as git format-patch writes them.")
    private boolean diffs;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    PullsCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
        Optional<Store> existing = workshop.existingStore(settings);
        if (existing.isEmpty()) {
            return none(settings);
        }
        try (Store store = existing.get();
                Mirrors mirrors = workshop.mirrors(settings, store.dates());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            Optional<Run> latest = store.latest();
            if (latest.isEmpty()) {
                return none(settings);
            }
            String remote = settings.pulls()
                    .remote(settings)
                    .orElseThrow(() -> ConfigurationException.of("pulls.repository", PullMode.NO_REMOTE, null)
                            .in(settings.configuration()));
            RecipeTree tree = source.read(settings.selection());
            DeltaReport deltas =
                    new DeltaFinder(source.files(), settings.decisions()).report(tree, RecipeInput.THREADS);
            ReleaseSources releases = workshop.releases(settings, mirrors);
            Archives archives = workshop.archives(settings, mirrors);
            PullDashboard dashboard = new PullNight(workshop, settings, mirrors, true)
                    .run(
                            remote,
                            new NightWork(
                                    source,
                                    tree,
                                    deltas,
                                    Upstreams.of(mirrors, archives, releases),
                                    archives,
                                    workshop.policy(settings),
                                    latest.get(),
                                    store),
                            new Stop());
            workshop.console()
                    .print(format.json() ? PullsJson.of(dashboard.view()) : PullsPage.text(dashboard.view(), diffs));
            return ExitCode.OK;
        }
    }

    private int none(Settings settings) {
        if (format.json()) {
            workshop.console().print(PullsJson.of(List.of()));
        }
        workshop.console()
                .say("no finished run is in the store under " + settings.state() + "; nearstream run makes one");
        return ExitCode.NOT_SO;
    }
}
