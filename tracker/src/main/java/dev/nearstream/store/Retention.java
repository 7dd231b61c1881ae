package dev.nearstream.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Store#prune} keeps of each kind of run (the same recipes and selection).
 *
 * @param runs at least so many of the newest finished runs; from 1
 * @param since and all that started at or after; or null
 */
public record Retention(int runs, @Nullable Instant since) {

    public Retention {
        if (runs < 1) {
            throw new IllegalArgumentException("at least one run must be kept, not " + runs);
        }
    }
}
