package dev.nearstream.cli;

import dev.nearstream.store.Store;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The daemon's store, open for a night and looked at between nights. A look never meets a night: a file that a look has
 * open would be taken from under the night when the look ends.
 */
final class DaemonStore {
    private final Workshop workshop;
    private final Settings settings;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile boolean used;

    /** What is done with the store. */
    @FunctionalInterface
    interface Work<T> {
        T with(Store store) throws Exception;
    }

    DaemonStore(Workshop workshop, Settings settings) {
        this.workshop = workshop;
        this.settings = settings;
    }

    /** Opens it, lets the work be done, and closes it. */
    <T> T use(Work<T> work) throws Exception {
        try (Store store = open()) {
            return work.with(store);
        } finally {
            used = false;
        }
    }

    private Store open() {
        opening.lock();
        try {
            Store store = workshop.store(settings);
            used = true;
            return store;
        } finally {
            opening.unlock();
        }
    }

    /** Why it does not open; empty where it does, or is open. */
    Optional<String> problem() {
        if (used) {
            return Optional.empty();
        }
        opening.lock();
        try {
            return used ? Optional.empty() : look();
        } finally {
            opening.unlock();
        }
    }

    private Optional<String> look() {
        Optional<Store> existing;
        try {
            existing = workshop.existingStore(settings);
        } catch (RuntimeException e) {
            return Optional.of(Failures.message(e));
        }
        if (existing.isEmpty()) {
            return Optional.of("there is none any more under " + settings.state());
        }
        try (Store store = existing.get()) {
            store.latest();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Failures.message(e));
        }
    }
}
