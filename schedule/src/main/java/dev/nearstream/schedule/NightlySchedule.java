package dev.nearstream.schedule;

import dev.nearstream.task.Stop;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs the night at its cron times until closed.
 *
 * <p>A fire that was missed, because the last run was still going or because no daemon was up, is made up once, at
 * once: several missed ones count as one, and the next comes at its own time. Quartz keeps nothing on disk; whether a
 * run is owed when the daemon starts is told from the last run in the store.
 */
public final class NightlySchedule implements AutoCloseable {
    private final Scheduler scheduler;
    private final Trigger trigger;
    private final Stop stop = new Stop();

    private NightlySchedule(CronTime time, boolean owed, Night night) throws SchedulerException {
        this.scheduler = new StdSchedulerFactory(settings()).getScheduler();
        scheduler.setJobFactory((bundle, unused) -> new NightJob(night, stop));
        JobDetail job = JobBuilder.newJob(NightJob.class)
                .withIdentity("night")
                .storeDurably()
                .build();
        this.trigger = TriggerBuilder.newTrigger()
                .withIdentity("cron")
                .forJob(job)
                .withSchedule(
                        CronScheduleBuilder.cronSchedule(time.quartz()).withMisfireHandlingInstructionFireAndProceed())
                .build();
        scheduler.addJob(job, true);
        scheduler.scheduleJob(trigger);
        if (owed) {
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity("owed")
                    .forJob(job)
                    .startNow()
                    .build());
        }
        scheduler.start();
    }

    /**
     * Starts the schedule.
     *
     * @param lastStart when the last run in the store began, or null
     */
    public static NightlySchedule start(CronTime time, @Nullable Instant lastStart, Instant now, Night night) {
        try {
            return new NightlySchedule(time, time.missed(lastStart, now), night);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the schedule does not start: " + e.getMessage(), e);
        }
    }

    /** When the cron trigger fires next. */
    public Optional<Instant> next() {
        try {
            Trigger now = scheduler.getTrigger(trigger.getKey());
            return Optional.ofNullable(now).map(Trigger::getNextFireTime).map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it fires, when the time comes. */
    public boolean runs() {
        try {
            return scheduler.isStarted() && !scheduler.isInStandbyMode() && !scheduler.isShutdown();
        } catch (SchedulerException e) {
            return false;
        }
    }

    /** Asks a run that is going to stop, waits until it has, and fires no more. */
    @Override
    public void close() {
        stop.ask();
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "nearstream");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "1000");
        return settings;
    }
}
