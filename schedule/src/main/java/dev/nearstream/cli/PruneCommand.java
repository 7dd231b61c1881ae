package dev.nearstream.cli;

import dev.nearstream.archive.ArchiveSource;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.release.ReleaseRepository;
import dev.nearstream.report.render.PrunedText;
import dev.nearstream.store.Pruned;
import dev.nearstream.store.Retention;
import dev.nearstream.store.Store;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.RecipeSource;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prune}. */
@Command(
        name = "prune",
        description =
                "Forget old runs, keeping their sums for the trend, and mirrors and archives that no recipe names any more.")
final class PruneCommand implements Callable<Integer> {
    @Option(
            names = "--keep-runs",
            paramLabel = "N",
            description = "Finished runs to keep of each recipe tree and selection; default 90.")
    private @Nullable Integer keepRuns;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;

    PruneCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
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
            Swept swept = sweep(settings, store);
            Pruned pruned = store.prune(new Retention(keep, null));
            workshop.console().print(PrunedText.of(pruned, swept.mirrors(), swept.archives()));
        }
        return ExitCode.OK;
    }

    /** How many mirrors and archives were deleted. */
    private record Swept(int mirrors, int archives) {}

    /** Deletes the mirrors and archives that no recipe of today names. */
    private Swept sweep(Settings settings, Store store) throws IOException, UpstreamException {
        try (Mirrors mirrors = workshop.mirrors(settings, store.dates());
                RecipeInput input = RecipeInput.open(settings, mirrors)) {
            Set<String> wanted = new HashSet<>();
            List<ArchiveSource> archives = new ArrayList<>();
            wanted.add(RecipeSource.parse(String.valueOf(settings.recipes())).location());
            for (Recipe recipe : input.read(new Selection(List.of(), null)).recipes()) {
                List<String> urls = new ArrayList<>();
                recipe.checkouts()
                        .forEach(checkout -> urls.add(checkout.repository().value()));
                ReleaseRepository.of(recipe).ifPresent(urls::add);
                recipe.fetches().forEach(fetch -> archive(fetch).ifPresent(archives::add));
                for (String url : urls) {
                    wanted.add(effective(mirrors, url));
                }
            }
            workshop.releases(settings, mirrors).prune();
            return new Swept(
                    mirrors.prune(wanted), workshop.archives(settings, mirrors).prune(archives));
        }
    }

    private static Optional<ArchiveSource> archive(Fetch fetch) {
        try {
            return Optional.of(ArchiveSource.of(fetch));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // its sum is none, so that it was never kept
        }
    }

    private static String effective(Mirrors mirrors, String url) {
        try {
            return mirrors.effectiveUrl(url);
        } catch (UpstreamException e) {
            return url; // never read, so it has no mirror
        }
    }
}
