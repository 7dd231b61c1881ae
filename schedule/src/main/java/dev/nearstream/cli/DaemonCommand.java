package dev.nearstream.cli;

import dev.nearstream.metrics.ListenAddress;
import dev.nearstream.schedule.CronTime;
import dev.nearstream.schedule.NightlySchedule;
import dev.nearstream.store.Run;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code daemon}. */
@Command(
        name = "daemon",
        description = "The same as run, at the times of schedule.cron (default: every night at two), until stopped.")
final class DaemonCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Tell metrics and health over HTTP there, as 127.0.0.1:9464; a port alone is this machine's.")
    @Nullable
    String listen;

    private final Workshop workshop;

    DaemonCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
        CronTime time = cron(settings, workshop.clock().instant());
        ListenAddress at = listen == null ? settings.listen() : listen();
        RecipeInput.check(settings);
        settings.requireApart();
        workshop.policy(settings);
        DaemonStore stores = new DaemonStore(workshop, settings);
        Begun begun = stores.use(store -> new Begun(
                store.latest().map(Run::started).orElse(null),
                at == null ? null : new DaemonWatch(workshop, settings, at, time, store, stores)));
        try (@Nullable DaemonWatch watch = begun.watch()) {
            nights(settings, time, begun.last(), new DaemonNight(workshop, settings, stores, watch), watch);
        }
        return ExitCode.OK; // a stop that was asked for is no failure
    }

    /** @param last when the last run in the store began */
    private record Begun(@Nullable Instant last, @Nullable DaemonWatch watch) {}

    private void nights(
            Settings settings, CronTime time, @Nullable Instant last, DaemonNight night, @Nullable DaemonWatch watch)
            throws InterruptedException {
        StopSignal signal = new StopSignal(workshop.console());
        try (NightlySchedule schedule =
                NightlySchedule.start(time, last, workshop.clock().instant(), night)) {
            schedule.next()
                    .ifPresent(next ->
                            workshop.console().say("the next run is at " + WHEN.format(next.atZone(settings.zone()))));
            if (watch != null) {
                workshop.console().say("metrics and health are at " + watch.address());
                watch.started(schedule);
            }
            signal.stop().await();
        }
    }

    private ListenAddress listen() {
        try {
            return ListenAddress.parse(String.valueOf(listen));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--listen: " + e.getMessage(), e);
        }
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
}
