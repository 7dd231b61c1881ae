package dev.nearstream.task;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something after a while, on a thread of its own. Thread-safe. */
@FunctionalInterface
public interface Alarm {

    /** Something that will be done; off means never, where it was not done yet. */
    interface Setting extends AutoCloseable {
        @Override
        void close();
    }

    Setting after(Duration delay, Runnable deed);

    /** By the system's clock; its thread keeps no process alive. */
    static Alarm bySystemClock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, deed -> {
            Thread thread = new Thread(deed, "alarm");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return (delay, deed) -> {
            ScheduledFuture<?> setting = clock.schedule(deed, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> setting.cancel(false);
        };
    }
}
