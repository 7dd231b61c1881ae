package dev.nearstream.delta;

import java.util.Locale;

/** The kinds of local change, as {@code deltas --format json} names them. */
public enum DeltaKind {
    PATCH,
    CHERRY_PICK,
    DEPENDENCY_BUMP,
    INLINE_EDIT,
    OVERLAY,
    SHELL_PATCH,
    SHELL_PIN,
    REMOVAL,
    TEST_SKIP,
    BUILD_FLAG,
    SNAPSHOT;

    /** {@code cherry-pick}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
