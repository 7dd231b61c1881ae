package dev.nearstream.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the store opens, on a thread of its own and not at each question: however often, and by however many, the
 * daemon is asked, the store bears one look at a time.
 */
public final class StoreProbe implements Supplier<Optional<String>> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final Duration BAD_FOR = Duration.ofSeconds(5);

    private record Look(CompletableFuture<Optional<String>> answer, Instant begun) {}

    private final Supplier<Optional<String>> look;
    private final Executor thread;
    private final Clock clock;
    private final Duration patience;
    private @Nullable Look last;

    /**
     * A probe.
     *
     * @param look opens the store; why that fails, in words
     * @param thread where it is done
     */
    public StoreProbe(Supplier<Optional<String>> look, Executor thread, Clock clock) {
        this(look, thread, clock, PATIENCE);
    }

    StoreProbe(Supplier<Optional<String>> look, Executor thread, Clock clock, Duration patience) {
        this.look = look;
        this.thread = thread;
        this.clock = clock;
        this.patience = patience;
    }

    /** Why it does not open; empty where it does. */
    @Override
    public Optional<String> get() {
        try {
            return current().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of("it has not answered within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of("looking for it failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the daemon is being stopped");
        }
    }

    private synchronized CompletableFuture<Optional<String>> current() {
        Look known = last;
        if (known != null && isFresh(known)) {
            return known.answer();
        }
        Look begun = new Look(CompletableFuture.supplyAsync(look, thread), clock.instant());
        last = begun;
        return begun.answer();
    }

    /** One that goes on is not begun again. */
    private boolean isFresh(Look known) {
        if (!known.answer().isDone()) {
            return true;
        }
        boolean good = !known.answer().isCompletedExceptionally()
                && known.answer().join().isEmpty();
        return known.begun().plus(good ? GOOD_FOR : BAD_FOR).isAfter(clock.instant());
    }
}
