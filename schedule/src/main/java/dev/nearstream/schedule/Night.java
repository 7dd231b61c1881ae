package dev.nearstream.schedule;

import dev.nearstream.task.Stop;

/** What is done on schedule. */
@FunctionalInterface
public interface Night {

    /**
     * One run. It ends early, leaving the rest to the next, once {@code stop} is asked.
     *
     * @throws Exception is logged, and the next night comes all the same
     */
    void run(Stop stop) throws Exception;
}
