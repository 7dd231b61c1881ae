package dev.nearstream.schedule;

import java.util.function.BooleanSupplier;

/** What is done on schedule. */
@FunctionalInterface
public interface Night {

    /**
     * One run. It ends early, leaving the rest to the next, once {@code stop} is true.
     *
     * @throws Exception is logged, and the next night comes all the same
     */
    void run(BooleanSupplier stop) throws Exception;
}
