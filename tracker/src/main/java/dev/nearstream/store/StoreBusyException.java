package dev.nearstream.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process is at a run on this store, or this one is through another {@link Store}. */
public final class StoreBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Who holds the writer's lock.
     *
     * @param run the run's id, or {@code prune}
     * @param since when it took the lock
     */
    public record Holder(String run, Instant since, long pid, String host) implements Serializable {}

    private final @Nullable Holder holder;

    StoreBusyException(String location, @Nullable Holder holder) {
        super("the store at " + location + " is in use by "
                + (holder == null
                        ? "another process"
                        : "%s, which process %d on %s began at %s"
                                .formatted(holder.run(), holder.pid(), holder.host(), holder.since()))
                + ": wait until it ends, or stop it");
        this.holder = holder;
    }

    /** Empty in the moment between the lock's taking and its being said. */
    public Optional<Holder> holder() {
        return Optional.ofNullable(holder);
    }
}
