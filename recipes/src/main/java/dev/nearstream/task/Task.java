package dev.nearstream.task;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work on one thread that can be cancelled from another. Loops that may be long call {@link #check}; what waits
 * does so within {@link #waiting}; what a second thread or a process does is ended by {@link #whenCancelled}. Work that
 * belongs to no task is never cancelled.
 */
public final class Task {
    private static final ThreadLocal<Task> CURRENT = ThreadLocal.withInitial(Task::new);

    private final Stop stop = new Stop();
    private volatile Step step = new Step("", "");

    /**
     * What a task is at.
     *
     * @param stage one word
     * @param what in words, in this stage
     */
    public record Step(String stage, String what) {}

    /** What waits for another thread, the network, a lock or the clock; never for a file. */
    @FunctionalInterface
    public interface Wait<T extends @Nullable Object> {
        T end() throws InterruptedException;
    }

    /** A wait that brings nothing. */
    @FunctionalInterface
    public interface Pause {
        void end() throws InterruptedException;
    }

    /** The task of this thread. */
    public static Task current() {
        return CURRENT.get();
    }

    /**
     * Does the work as this task.
     *
     * @throws TaskCancelledError where it was cancelled before the work was done
     */
    @SuppressWarnings("try") // it binds, and is not used
    public <T> T run(Supplier<T> work) {
        try (Binding here = bind()) {
            T result = work.get();
            throwIfCancelled(); // what it found may come of the cancelling
            return result;
        }
    }

    /** The time in which a thread works on a task. */
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    /** What this thread does from now on is this task, until the binding is closed. */
    public Binding bind() {
        Task before = CURRENT.get();
        CURRENT.set(this);
        return () -> CURRENT.set(before);
    }

    /** Asks the work to end. */
    public void cancel() {
        stop.ask();
    }

    /**
     * Does nothing where this task goes on.
     *
     * @throws TaskCancelledError where it was cancelled
     */
    public void throwIfCancelled() {
        if (stop.asked()) {
            throw new TaskCancelledError();
        }
    }

    /**
     * Does nothing where this thread's task goes on, in some nanoseconds. It also stands before what goes into a cache, so
     * that nothing is kept that comes of the cancelling.
     *
     * @throws TaskCancelledError where it was cancelled
     */
    public static void check() {
        CURRENT.get().throwIfCancelled();
    }

    /** Says what this thread's task is at from now on. */
    public static void at(String stage, String what) {
        CURRENT.get().step = new Step(stage, what);
    }

    /** What it was last said to be at. */
    public Step step() {
        return step;
    }

    /** What is done, once and briefly, when it is cancelled, or now where it was; close it once that has no use. */
    public Stop.Listening whenCancelled(Runnable ending) {
        return stop.whenAsked(ending);
    }

    /**
     * Waits, and no longer than until this thread's task is cancelled: alone here is the thread interrupted for it.
     *
     * @throws TaskCancelledError where it was cancelled
     * @throws InterruptedException where the thread was interrupted by somebody else
     */
    @SuppressWarnings("try") // it listens, and is not used
    public static <T extends @Nullable Object> T waiting(Wait<T> wait) throws InterruptedException {
        Task task = current();
        task.throwIfCancelled();
        Interruption interruption = new Interruption(Thread.currentThread());
        try (Stop.Listening until = task.whenCancelled(interruption::interrupt)) {
            return wait.end();
        } catch (InterruptedException e) {
            task.throwIfCancelled();
            throw e;
        } finally {
            interruption.end();
        }
    }

    /** Waits as {@link #waiting}, for nothing that is brought. */
    public static void pausing(Pause pause) throws InterruptedException {
        waiting(() -> {
            pause.end();
            return pause;
        });
    }

    /** Waits as {@link #waiting}, for so many nanoseconds at most. */
    public static <T> T get(Future<T> future, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean done = waiting(() -> {
            try {
                future.get(nanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                return true; // thrown below
            }
        });
        if (!done) {
            throw new TimeoutException();
        }
        return future.get();
    }

    /** Interrupts a thread as long as it waits, and leaves no trace of it behind. */
    private static final class Interruption {
        private final Thread thread;
        private boolean made;
        private boolean ended;

        Interruption(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                made = true;
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
            if (made) {
                Thread.interrupted();
            }
        }
    }
}
