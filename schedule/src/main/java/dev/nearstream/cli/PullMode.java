package dev.nearstream.cli;

/** What a run does about pull requests. */
enum PullMode {
    /** nothing */
    NONE,
    /** it tells what it would do */
    DRY,
    DO;

    static final String NO_REMOTE =
            "pulls.repository is not set, and the recipes are no bare repository: there is nowhere"
                    + " to push branches to; write the URL or path of a git remote";

    static PullMode of(RunOptions options) {
        return options.noPulls ? NONE : options.dryRun ? DRY : DO;
    }
}
