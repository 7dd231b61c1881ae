package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import org.jspecify.annotations.Nullable;

/**
 * A local change that a shell command makes.
 *
 * @param name for the delta's id
 * @param text for a reader
 * @param fallback its purpose where no comment tells more
 * @param pin what a {@link DeltaKind#SHELL_PIN} holds, where its words tell it; else null
 */
record ShellFinding(
        DeltaKind kind,
        String name,
        Size size,
        String text,
        Purpose fallback,
        @Nullable DependencyPin pin) {

    ShellFinding(DeltaKind kind, String name, Size size, String text, Purpose fallback) {
        this(kind, name, size, text, fallback, null);
    }
}
