package dev.nearstream.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(nearstream completion).")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private final Workshop workshop;

    CompletionCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        CommandSpec here = spec;
        if (here == null) {
            throw new IllegalStateException("picocli fills in the spec before it calls a command");
        }
        workshop.console().print(AutoComplete.bash("nearstream", here.root().commandLine()));
        return ExitCode.OK;
    }
}
