package dev.nearstream.cli;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.release.RecipeReleases;
import dev.nearstream.release.Release;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.release.Silence;
import dev.nearstream.report.render.LatestJson;
import dev.nearstream.report.render.LatestTextRenderer;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code latest}. */
@Command(name = "latest", description = "Name the newest upstream release that a recipe's update block admits.")
final class LatestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PKG", description = "The recipe's file name without .yaml.")
    private String name = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "What it was at the end of that day (UTC), as 2026-08-22.")
    private @Nullable LocalDate asOf;

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    LatestCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        if (asOf != null && (asOf.getYear() < 1970 || asOf.getYear() > 9999)) {
            throw new ConfigurationException("--as-of is a date from 1970 to 9999, not " + asOf);
        }
        Settings settings = workshop.settings(options);
        Workshop.prepareSample(settings);
        try (Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            Recipe recipe = source.one(name);
            ReleaseStanding standing = standing(recipe, workshop.releases(settings, mirrors));
            String current = recipe.version().value();
            workshop.console()
                    .print(
                            format.json()
                                    ? LatestJson.of(name, current, standing)
                                    : LatestTextRenderer.of(name, current, standing));
            if (format.json()) {
                said(standing).forEach(line -> workshop.console().say(name + ": " + line));
            }
            return standing.newest() == null ? ExitCode.NOT_SO : ExitCode.OK;
        } catch (BrokenRecipeException e) {
            if (format.json()) {
                ReleaseStanding none = ReleaseStanding.unknown(null, "tags", String.valueOf(e.getMessage()), List.of());
                workshop.console().print(LatestJson.of(name, null, none));
            }
            throw e;
        }
    }

    /** What the JSON has no place for. */
    private static Set<String> said(ReleaseStanding standing) {
        Set<String> said = new LinkedHashSet<>(standing.findings());
        if (standing.reason() != null) {
            said.add(standing.reason());
        }
        return said;
    }

    private ReleaseStanding standing(Recipe recipe, ReleaseSources sources) throws UpstreamException {
        RecipeReleases releases = new RecipeReleases(recipe, sources);
        Instant now = workshop.clock().instant();
        ReleaseStanding standing = releases.standing(releases.list(), asOf, now);
        if (ReleaseSources.hasGitHubReleases(recipe)) {
            standing = sources.notice().map(standing::with).orElse(standing);
        }
        Release newest = standing.newest();
        return asOf != null || newest == null
                ? standing
                : Silence.finding(newest.date(), now, sources.policy().silence())
                        .map(standing::with)
                        .orElse(standing);
    }
}
