package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's entry point. */
@Command(
        name = "nearstream",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells a Linux distribution how far each package stands from its upstream, and how to come back.",
        footer = {
            "",
            "Exit status: 0 done; 1 what was asked about is not so; 2 wrong command line or configuration; 3 store, disk "
                    + "or network; 70 a bug."
        })
public final class Main {
    private boolean debug;

    Main() {}

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Log what is done, and print stack traces.")
    void debug(boolean on) {
        debug = on;
        if (on) {
            level("dev.nearstream", Level.DEBUG);
            level("org.eclipse.jgit", Level.WARN);
            level("org.flywaydb", Level.WARN);
        }
    }

    private static void level(String logger, Level level) {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }

    public static void main(String[] arguments) {
        String home = System.getProperty("nearstream.home");
        Workshop workshop = new Workshop(Console.ofProcess(), Clock.systemUTC(), home == null ? null : Path.of(home));
        System.exit(execute(workshop, arguments));
    }

    /** Runs a command line and answers its exit code. */
    static int execute(Workshop workshop, String... arguments) {
        Main main = new Main();
        Console console = workshop.console();
        CommandLine line = new CommandLine(main)
                .addSubcommand(new RunCommand(workshop))
                .addSubcommand(new DaemonCommand(workshop))
                .addSubcommand(new DeltasCommand(workshop))
                .addSubcommand(new LatestCommand(workshop))
                .addSubcommand(new PatchCommand(workshop))
                .addSubcommand(new PlanCommand(workshop))
                .addSubcommand(new PullsCommand(workshop))
                .addSubcommand(new BumpCommand(workshop))
                .addSubcommand(new ExplainCommand(workshop))
                .addSubcommand(new ReportCommand(workshop))
                .addSubcommand(new TrendsCommand(workshop))
                .addSubcommand(new BackfillCommand(workshop))
                .addSubcommand(new CheckCommand(workshop))
                .addSubcommand(new PruneCommand(workshop))
                .addSubcommand(new CompletionCommand(workshop))
                .addSubcommand(new HelpCommand());
        line.setOut(new PrintWriter(console.out(), true, UTF_8));
        line.setErr(new PrintWriter(console.err(), true, UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, unused) -> {
            console.say(Failures.message(new ConfigurationException(CommandLineErrors.message(failure))) + "; see "
                    + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, unused, parsed) -> failed(main, console, failure));
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return failed(main, console, e);
        }
    }

    private static int failed(Main main, Console console, Throwable failure) {
        console.say(Failures.message(failure));
        if (main.debug) {
            console.trace(failure);
        }
        return Failures.exitCode(failure);
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "nearstream " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
            };
        }
    }
}
