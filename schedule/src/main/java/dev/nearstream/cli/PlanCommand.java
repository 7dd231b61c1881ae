package dev.nearstream.cli;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Version;
import dev.nearstream.recipe.edit.FileUses;
import dev.nearstream.report.render.PlanJson;
import dev.nearstream.report.render.PlanTextRenderer;
import dev.nearstream.tracker.BumpPlanner;
import dev.nearstream.tracker.PlannedEdit;
import dev.nearstream.tracker.Upstreams;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.yaml.YamlReader;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}. */
@Command(
        name = "plan",
        description =
                "Say what a bump to a version would do to each patch, pick, pin and edit that the package carries.")
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PKG", description = "The recipe's file name without .yaml.")
    private String name = "";

    @Option(names = "--to", required = true, paramLabel = "VERSION", description = "The new version, as apk writes it.")
    private String to = "";

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    PlanCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        options.refuseSelection("plan");
        Version version = Version.parse(to)
                .orElseThrow(() -> new ConfigurationException("--to is a version of apk's form, as 1.2.3, not " + to));
        Settings settings = workshop.settings(options);
        Workshop.prepareSample(settings);
        try (Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            Upstreams upstreams =
                    Upstreams.of(mirrors, workshop.archives(settings, mirrors), workshop.releases(settings, mirrors));
            BumpPlanner planner = new BumpPlanner(source.files(), upstreams);
            Recipe recipe = source.one(name);
            RecipeDeltas deltas = new DeltaFinder(source.files(), settings.decisions()).find(recipe);
            Optional<BumpPlan> plan = planner.plan(deltas, version);
            if (plan.isEmpty()) {
                String why = "upstream has no tag of version " + to + "; see nearstream latest " + name;
                none(recipe.version().value(), why);
                workshop.console().say(name + ": " + why);
                return ExitCode.NOT_SO;
            }
            plan.get().remark().ifPresent(remark -> workshop.console().say(name + ": " + remark));
            PlannedEdit edit =
                    PlannedEdit.of(plan.get(), deltas, source.files(), FileUses.UNKNOWN, PlannedEdit.Hashes.UNKNOWN);
            byte[] before =
                    source.files().read(recipe.file(), YamlReader.MAX_BYTES).orElse(new byte[0]);
            workshop.console()
                    .print(
                            format.json()
                                    ? PlanJson.of(plan.get(), edit)
                                    : PlanTextRenderer.of(plan.get(), edit, before));
            return plan.get().blocked() ? ExitCode.NOT_SO : ExitCode.OK;
        } catch (BrokenRecipeException e) {
            none(null, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void none(@Nullable String from, String why) {
        if (format.json()) {
            workshop.console().print(PlanJson.none(name, from, to, why));
        }
    }
}
