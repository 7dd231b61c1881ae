package dev.nearstream.cli;

/** What the exit status says. */
public final class ExitCode {
    /** done */
    public static final int OK = 0;

    /** the thing asked about is not so: a patch conflicts, a recipe has errors, nothing is admitted */
    public static final int NOT_SO = 1;

    /** the command line or a configuration is wrong */
    public static final int USAGE = 2;

    /** a fault of the environment: store, disk, network */
    public static final int ENVIRONMENT = 3;

    /** a bug */
    public static final int BUG = 70;

    private ExitCode() {}
}
