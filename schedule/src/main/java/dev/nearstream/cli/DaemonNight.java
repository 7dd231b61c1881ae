package dev.nearstream.cli;

import dev.nearstream.metrics.NightEnd;
import dev.nearstream.metrics.NightObserver;
import dev.nearstream.report.RunResult;
import dev.nearstream.schedule.Night;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.task.Stop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One night of the daemon. What goes wrong is said, and ends nothing but that night. */
record DaemonNight(
        Workshop workshop,
        Settings settings,
        DaemonStore stores,
        @Nullable DaemonWatch watch) implements Night {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonNight.class);

    @Override
    public void run(Stop stop) {
        if (watch != null) {
            watch.began();
        }
        NightEnd end = NightEnd.FAILED;
        try {
            end = stores.use(store -> night(store, stop));
        } catch (StoreBusyException e) {
            end = NightEnd.BUSY;
            workshop.console().say(Failures.message(e));
        } catch (InterruptedException e) {
            end = NightEnd.STOPPED;
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            workshop.console().say("the run failed, the next comes at its time: " + Failures.message(e));
            LOG.debug("the run failed", e);
        } finally {
            if (watch != null) {
                watch.ended(end);
            }
        }
    }

    private NightEnd night(Store store, Stop stop) throws Exception {
        NightObserver observer = watch == null ? NightObserver.NONE : watch;
        Optional<RunResult> ended = new NightRun(workshop, settings, PullMode.DO, observer).run(store, stop);
        if (ended.isEmpty()) {
            return NightEnd.STOPPED; // before it had begun
        }
        RunResult result = ended.get();
        boolean stopped = result.report() == null;
        String page =
                stopped ? "stopped before its end; the next run goes on from there" : String.valueOf(result.report());
        workshop.console().say(RunText.of(result.night()).strip().replace("\n", "; ") + "; " + page);
        return stopped ? NightEnd.STOPPED : NightEnd.FINISHED;
    }
}
