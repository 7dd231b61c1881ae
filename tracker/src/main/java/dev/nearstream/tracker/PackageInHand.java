package dev.nearstream.tracker;

import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.store.Outcome;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A package that a worker is at. It is settled once: by its worker, or by whoever leaves the worker behind. */
final class PackageInHand {
    private final RecipeDeltas deltas;
    private final Duration limit;
    private final Task task = new Task();
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile boolean late;

    PackageInHand(RecipeDeltas deltas, Duration limit) {
        this.deltas = deltas;
        this.limit = limit;
    }

    /** Its outcome; empty where it was abandoned. */
    Optional<Outcome> track(Function<RecipeDeltas, Outcome> tracking) {
        try {
            return Optional.of(task.run(() -> tracking.apply(deltas)));
        } catch (TaskCancelledError e) {
            return outcome();
        }
    }

    /** Its time is over: it will have failed. */
    void late() {
        late = true;
        task.cancel();
    }

    /** It will have no outcome, if it is not late already. */
    void abandon() {
        task.cancel();
    }

    /** Whether whoever asks is the first, who then says what became of it. */
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    /** What became of it where it was cancelled; empty where it was abandoned. */
    Optional<Outcome> outcome() {
        if (!late) {
            return Optional.empty();
        }
        Task.Step step = task.step();
        return Optional.of(new Outcome.Failed(
                deltas.recipe().name().value(),
                deltas.recipe().file(),
                step.stage(),
                "not done within %s, the time limit of a package; the last thing begun was: %s. A larger timeouts.package, or --package-timeout, gives it more"
                        .formatted(words(limit), step.what())));
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 60 == 0 && seconds > 60 ? seconds / 60 + " minutes" : seconds + " s";
    }
}
