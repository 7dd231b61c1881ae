package dev.nearstream.cli;

import dev.nearstream.report.RunResult;
import dev.nearstream.schedule.CronTime;
import dev.nearstream.schedule.NightlySchedule;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.task.Stop;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code daemon}. */
@Command(
        name = "daemon",
        description = "The same as run, at the times of schedule.cron (default: every night at two), until stopped.")
final class DaemonCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);
    private static final Logger LOG = LoggerFactory.getLogger(DaemonCommand.class);

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;

    DaemonCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
        CronTime time = cron(settings, workshop.clock().instant());
        RecipeInput.check(settings);
        settings.requireApart();
        workshop.policy(settings);
        Instant last;
        try (Store store = workshop.store(settings)) {
            last = store.latest().map(Run::started).orElse(null);
        }
        StopSignal signal = new StopSignal(workshop.console());
        try (NightlySchedule schedule =
                NightlySchedule.start(time, last, workshop.clock().instant(), stop -> night(settings, stop))) {
            schedule.next()
                    .ifPresent(next ->
                            workshop.console().say("the next run is at " + WHEN.format(next.atZone(settings.zone()))));
            signal.stop().await();
        }
        return ExitCode.OK; // a stop that was asked for is no failure
    }

    static CronTime cron(Settings settings, Instant now) {
        try {
            CronTime time = new CronTime(settings.cron(), settings.zone());
            if (time.after(now).isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + settings.cron() + "' never comes again; every night is 0 0 2 * * ?");
            }
            return time;
        } catch (IllegalArgumentException e) {
            throw ConfigurationException.of("schedule.cron", "schedule.cron: " + e.getMessage(), e)
                    .in(settings.configuration());
        }
    }

    private void night(Settings settings, Stop stop) {
        try (Store store = workshop.store(settings)) {
            Optional<RunResult> ended = new NightRun(workshop, settings, PullMode.DO).run(store, stop);
            if (ended.isEmpty()) {
                return; // stopped before it had begun
            }
            RunResult result = ended.get();
            String page = result.report() == null
                    ? "stopped before its end; the next run goes on from there"
                    : String.valueOf(result.report());
            workshop.console().say(RunText.of(result.night()).strip().replace("\n", "; ") + "; " + page);
        } catch (StoreBusyException e) {
            workshop.console().say(Failures.message(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            workshop.console().say("the run failed, the next comes at its time: " + Failures.message(e));
            LOG.debug("the run failed", e);
        }
    }
}
