package dev.nearstream.cli;

import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.report.render.DeltasJson;
import dev.nearstream.report.render.DeltasTextRenderer;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deltas}. */
@Command(
        name = "deltas",
        description = "List every local change of every recipe, from the recipes alone: no upstream, no store.")
final class DeltasCommand implements Callable<Integer> {
    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    DeltasCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
        try (Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            RecipeTree tree = source.read(settings.selection());
            DeltaReport report =
                    new DeltaFinder(source.files(), settings.decisions()).report(tree, RecipeInput.THREADS);
            workshop.console().print(format.json() ? DeltasJson.of(report) : DeltasTextRenderer.of(report));
            return ExitCode.OK;
        }
    }
}
