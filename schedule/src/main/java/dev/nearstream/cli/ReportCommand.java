package dev.nearstream.cli;

import dev.nearstream.owner.Owners;
import dev.nearstream.report.Night;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code report}. */
@Command(name = "report", description = "Write the reports of the last finished run again, from the store.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;

    ReportCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        options.refuseSelection("report");
        Settings settings = workshop.settingsOrSample(options);
        settings.requireApart();
        Optional<Store> existing = workshop.existingStore(settings);
        if (existing.isEmpty()) {
            return none(settings);
        }
        try (Store store = existing.get()) {
            Optional<Run> latest = store.latest();
            if (latest.isEmpty()) {
                return none(settings);
            }
            Run run = latest.get();
            Optional<Owners> owners = RecipeOwners.withoutFetching(workshop, settings);
            Earlier.Beside<Night> read =
                    Earlier.beside(store, run, owners.orElse(Owners.NONE), () -> Night.read(store, run));
            Path page = Pages.write(store, read.now(), read.earlier(), settings);
            if (owners.isPresent()) { // those of the run stay where nobody can be asked
                Pages.writeDigests(store, read.now(), read.earlier(), settings, owners.get());
            }
            workshop.console().print(page.toString());
            return ExitCode.OK;
        }
    }

    private int none(Settings settings) {
        workshop.console()
                .say("no finished run is in the store under " + settings.state() + "; nearstream run makes one");
        return ExitCode.NOT_SO;
    }
}
