package dev.nearstream.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run went.
 *
 * @param resumed whether it went on with an unfinished run
 * @param report the page, or null where none was written
 */
public record RunResult(
        Night night, boolean resumed, @Nullable Path report) {}
