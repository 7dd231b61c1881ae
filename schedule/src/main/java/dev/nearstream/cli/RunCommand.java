package dev.nearstream.cli;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Night;
import dev.nearstream.report.RunResult;
import dev.nearstream.report.render.RunJson;
import dev.nearstream.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}. */
@Command(
        name = "run",
        description = "One whole run: recipes, upstreams, deltas, scores, store, reports. "
                + "Without recipes it takes the sample distribution.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    private final Workshop workshop;

    RunCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settingsOrSample(options);
        if (settings.recipes() == null) {
            workshop.settings(options);
        }
        FailOn failOn = run.failOn == null ? settings.failOn() : FailOn.parse(run.failOn);
        StopSignal signal = new StopSignal(workshop.console());
        try (Store store = workshop.store(settings)) {
            Optional<RunResult> ended = new NightRun(workshop, settings, PullMode.of(run)).run(store, signal.stop());
            if (ended.isPresent()) {
                print(ended.get());
            }
            if (ended.isPresent() && ended.get().report() != null) {
                return exit(failOn, ended.get().night());
            }
        }
        workshop.console()
                .say("stopped; the same command, or the next run of the same recipes and selection, goes on from here");
        return signal.status();
    }

    private void print(RunResult result) {
        Path page = result.report();
        if (format.json()) {
            workshop.console().print(RunJson.of(result));
        } else if (page != null) {
            workshop.console().print(RunText.of(result.night()) + page + "\n");
        }
    }

    private static int exit(FailOn failOn, Night night) {
        boolean alarm = switch (failOn) {
            case NONE -> false;
            case FAILED -> night.failed().findAny().isPresent();
            case BROKEN_PATCH -> night.deltas().anyMatch(CarriedDelta::breaksAtLatest);
        };
        return alarm ? ExitCode.NOT_SO : ExitCode.OK;
    }
}
