package dev.nearstream.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Turns SIGTERM and SIGINT into a request to stop: what is in hand is finished before the process ends. The rest of the
 * program sees the request as {@link #asked}.
 */
final class StopSignal implements AutoCloseable {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    StopSignal(Console console) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    BooleanSupplier asked() {
        return asked::get;
    }

    private void stop() {
        asked.set(true);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already, and the hook is on its way.
                asked.set(true);
            }
        }
    }
}
