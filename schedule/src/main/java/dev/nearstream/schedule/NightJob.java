package dev.nearstream.schedule;

import dev.nearstream.task.Stop;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** The job that Quartz fires. No run overlaps the last. */
@DisallowConcurrentExecution
final class NightJob implements Job {
    private final Night night;
    private final Stop stop;

    NightJob(Night night, Stop stop) {
        this.night = night;
        this.stop = stop;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            night.run(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new JobExecutionException(e);
        }
    }
}
