package dev.nearstream.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry point. */
@Command(name = "nearstream", mixinStandardHelpOptions = true, version = "0.1.0-SNAPSHOT")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
