package dev.nearstream.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a run. */
final class RunOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "End with 1 where a package failed (failed) or a patch breaks at the newest release "
                    + "(broken-patch); default none.")
    @Nullable
    String failOn;

    @Option(names = "--no-pulls", description = "Propose nothing.")
    boolean noPulls;

    @Option(
            names = "--dry-run",
            description =
                    "Change nothing outside the state and out directories, and say which pull requests there would be.")
    boolean dryRun;
}
