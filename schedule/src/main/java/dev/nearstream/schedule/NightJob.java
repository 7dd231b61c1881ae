package dev.nearstream.schedule;

import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** The job that Quartz fires. No run overlaps the last. */
@DisallowConcurrentExecution
final class NightJob implements Job {
    private final Night night;
    private final AtomicBoolean stop;

    NightJob(Night night, AtomicBoolean stop) {
        this.night = night;
        this.stop = stop;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            night.run(stop::get);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new JobExecutionException(e);
        }
    }
}
