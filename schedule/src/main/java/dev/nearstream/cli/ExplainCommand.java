package dev.nearstream.cli;

import dev.nearstream.report.Families;
import dev.nearstream.report.Night;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.render.ExplainJson;
import dev.nearstream.report.render.ExplainTextRenderer;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.RunStore.Dated;
import dev.nearstream.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code explain}. */
@Command(
        name = "explain",
        description = "Tell a package's last outcome: every delta, verdict, evidence, and how the score comes about.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PKG", description = "The package's name, as its recipe has it.")
    private String name = "";

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    ExplainCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        options.refuseSelection("explain");
        Settings settings = workshop.settingsOrSample(options);
        Optional<Store> existing = workshop.existingStore(settings);
        if (existing.isEmpty()) {
            return none(settings);
        }
        try (Store store = existing.get()) {
            Optional<Dated> dated = store.lastOutcome(name);
            if (dated.isEmpty()) {
                return none(settings);
            }
            Dated last = dated.get();
            Night before = store.before(last.run())
                    .map(run -> new Night(run, of(store.outcomes(run.id()))))
                    .orElse(null);
            PackageReport report =
                    PackageReport.of(last.run(), last.outcome(), before, settings.zone(), families(store, last));
            LocalDate today = LocalDate.ofInstant(workshop.clock().instant(), settings.zone());
            workshop.console().print(format.json() ? ExplainJson.of(report, today) : ExplainTextRenderer.of(report));
            if (format.json() && last.outcome() instanceof Outcome.Failed failed) {
                workshop.console().say(name + ": " + failed.message());
            } else if (format.json() && last.outcome() instanceof Outcome.Skipped skipped) {
                workshop.console().say(name + ": " + skipped.reason());
            }
            return ExitCode.OK;
        }
    }

    /** Who else carries the same; nobody is asked where the package carries no patch, or for JSON, which does not say. */
    private Families families(Store store, Dated last) {
        boolean patches = last.outcome() instanceof Outcome.Tracked tracked
                && tracked.deltas().stream().anyMatch(delta -> delta.family() != null);
        return patches && !format.json() ? Families.of(store.outcomes(last.run().id())) : Families.NONE;
    }

    private List<Outcome> of(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.packageName().equals(name))
                .toList();
    }

    private int none(Settings settings) {
        if (format.json()) {
            workshop.console().print(ExplainJson.none(name));
        }
        workshop.console()
                .say("no run in the store under %s has an outcome of %s; a run over recipes that hold it makes one"
                        .formatted(settings.state(), name));
        return ExitCode.NOT_SO;
    }
}
