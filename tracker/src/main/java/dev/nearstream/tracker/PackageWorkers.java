package dev.nearstream.tracker;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.store.Outcome;
import dev.nearstream.task.Alarm;
import dev.nearstream.task.Stop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take one package after another, each within its time. A package is cancelled by its {@link
 * dev.nearstream.task.Task}, and no thread is interrupted. Where one does not notice, it is left behind, and another takes
 * its place: what it finds in the end is not written.
 */
final class PackageWorkers {
    /** Most packages take less than a second, and what starts programs gives them ten to end in, as containers do. */
    static final Duration GRACE = Duration.ofSeconds(3);
    /** Within which what is cancelled notices. */
    static final Duration NOTICE = Duration.ofSeconds(3);

    private final Pace pace;
    private final Function<RecipeDeltas, Outcome> tracking;
    private final Consumer<Outcome> written;

    private final Queue<RecipeDeltas> waiting = new ArrayDeque<>();
    private final Set<PackageInHand> inHand = new LinkedHashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean complete = true;
    private @Nullable Throwable failure;

    /**
     * @param tracking a package's outcome; it throws errors alone
     * @param written writes an outcome; called by several threads
     */
    PackageWorkers(Pace pace, Function<RecipeDeltas, Outcome> tracking, Consumer<Outcome> written) {
        this.pace = pace;
        this.tracking = tracking;
        this.written = written;
    }

    /**
     * Tracks all of them; once only.
     *
     * @return whether each has an outcome: false where it was stopped before
     */
    @SuppressWarnings("try") // it listens, and is not used
    boolean work(List<RecipeDeltas> packages, Stop stop) throws InterruptedException {
        synchronized (this) {
            waiting.addAll(packages);
        }
        try (Stop.Listening until = stop.whenAsked(this::stop)) {
            for (int i = 0; i < Math.min(pace.jobs(), packages.size()); i++) {
                start();
            }
            endIfDone();
            over.await();
        }
        synchronized (this) {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            } else if (failure instanceof Error error) {
                throw error; // no memory for the store or the progress: a matter of this machine
            }
            return complete;
        }
    }

    private void start() {
        Thread worker = new Thread(this::takeAll, "package");
        worker.setDaemon(true); // one that is left behind keeps no process alive
        worker.start();
    }

    private void takeAll() {
        for (PackageInHand next = take(); next != null && does(next); ) {
            next = take();
        }
    }

    private synchronized @Nullable PackageInHand take() {
        RecipeDeltas next = waiting.poll();
        if (next == null) {
            return null;
        }
        PackageInHand taken = new PackageInHand(next, pace.limit());
        inHand.add(taken);
        return taken;
    }

    /** Whether this thread goes on: it was not left behind. */
    @SuppressWarnings("try") // both are set, and not used
    private boolean does(PackageInHand next) {
        Optional<Outcome> outcome;
        try (Alarm.Setting limit = pace.alarm().after(pace.limit(), next::late);
                Alarm.Setting last = pace.alarm().after(pace.limit().plus(NOTICE), () -> replace(next))) {
            outcome = next.track(tracking);
        } catch (Throwable e) {
            fail(e);
            outcome = Optional.empty();
        }
        return settle(next, outcome);
    }

    /** Another thread does the rest of the work; this one's package has failed. */
    private void replace(PackageInHand late) {
        if (settle(late, late.outcome())) {
            start();
        }
    }

    /** Writes the outcome where nobody has settled it before. */
    private boolean settle(PackageInHand done, Optional<Outcome> outcome) {
        if (!done.settle()) {
            return false;
        }
        try {
            outcome.ifPresent(written);
        } catch (Throwable e) {
            fail(e);
        }
        synchronized (this) {
            complete &= outcome.isPresent();
            inHand.remove(done);
        }
        endIfDone();
        return true;
    }

    private synchronized void endIfDone() {
        if (waiting.isEmpty() && inHand.isEmpty()) {
            over.countDown();
        }
    }

    /** The store or the progress does not work: nothing else is begun, and what is in hand has a moment. */
    private void fail(Throwable e) {
        synchronized (this) {
            failure = failure == null ? e : failure;
        }
        stop();
    }

    private void stop() {
        synchronized (this) {
            complete &= waiting.isEmpty();
            waiting.clear();
        }
        pace.alarm().after(GRACE, () -> inHand().forEach(PackageInHand::abandon));
        pace.alarm().after(GRACE.plus(NOTICE), () -> inHand().forEach(each -> settle(each, each.outcome())));
        endIfDone();
    }

    private synchronized Set<PackageInHand> inHand() {
        return Set.copyOf(inHand);
    }
}
