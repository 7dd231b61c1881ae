package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;

/**
 * A local change that a shell command makes.
 *
 * @param name for the delta's id
 * @param text for a reader
 * @param fallback its purpose where no comment tells more
 */
record ShellFinding(DeltaKind kind, String name, Size size, String text, Purpose fallback) {}
