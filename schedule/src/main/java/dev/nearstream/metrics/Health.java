package dev.nearstream.metrics;

import dev.nearstream.schedule.CronTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the daemon does what it is there for. Safe for several threads. */
public final class Health {
    private final CronTime time;
    private final Clock clock;
    private final Instant since;
    private final BooleanSupplier scheduled;
    private final Supplier<Optional<String>> store;
    private final AtomicReference<@Nullable Instant> last;

    /**
     * The health of a daemon that starts now.
     *
     * @param last when the last finished night began, or null
     * @param scheduled whether the schedule runs
     * @param store why the store does not open, if it does not
     */
    public Health(
            CronTime time,
            Clock clock,
            @Nullable Instant last,
            BooleanSupplier scheduled,
            Supplier<Optional<String>> store) {
        this.time = time;
        this.clock = clock;
        this.since = clock.instant();
        this.last = new AtomicReference<>(last);
        this.scheduled = scheduled;
        this.store = store;
    }

    /** A night that began then is finished. */
    public void finished(Instant began) {
        last.set(began);
    }

    /** What is amiss, in words; nothing where all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        store.get().ifPresent(why -> problems.add("the store does not open: " + why));
        if (!scheduled.getAsBoolean()) {
            problems.add("the schedule does not run");
        }
        Instant night = last.get();
        if (time.missedTwice(night == null ? since : night, clock.instant())) {
            problems.add(
                    night == null
                            ? "no night was finished, and two have been due since the start at " + since
                            : "the last finished night began at " + night + ", and two have been due since");
        }
        return problems;
    }
}
