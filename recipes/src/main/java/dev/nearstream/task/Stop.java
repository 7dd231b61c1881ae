package dev.nearstream.task;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A request to stop: made once, for good, and heard by all who asked to be told. Thread-safe. */
public final class Stop {
    private final Set<Listening> listeners = new LinkedHashSet<>();
    private final CountDownLatch asked = new CountDownLatch(1);

    /** One who wants to be told; close it to be left alone. */
    public final class Listening implements AutoCloseable {
        private final Runnable listener;

        private Listening(Runnable listener) {
            this.listener = listener;
        }

        @Override
        public void close() {
            synchronized (listeners) {
                listeners.remove(this);
            }
        }
    }

    /** Makes the request and tells all listeners, on this thread; does nothing the second time. */
    public void ask() {
        Set<Listening> told;
        synchronized (listeners) {
            asked.countDown();
            told = new LinkedHashSet<>(listeners);
            listeners.clear();
        }
        told.forEach(listening -> listening.listener.run());
    }

    public boolean asked() {
        return asked.getCount() == 0;
    }

    /** Waits for the request. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /**
     * Tells of the request, once; at once, on this thread, where it was made already.
     *
     * @param listener brief, as the others wait for it
     */
    public Listening whenAsked(Runnable listener) {
        Listening listening = new Listening(listener);
        synchronized (listeners) {
            if (!asked()) {
                listeners.add(listening);
                return listening;
            }
        }
        listener.run();
        return listening;
    }
}
