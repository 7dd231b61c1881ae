package dev.nearstream.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our own words: what, and what would be right. */
final class CommandLineErrors {
    private CommandLineErrors() {}

    /** Without the hint at {@code --help}. */
    static String message(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing, command);
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument == null) {
            return command.getSubcommands().isEmpty()
                    ? String.valueOf(failure.getMessage())
                    : "a command is missing: " + commands(command);
        }
        String value = failure.getValue();
        return value == null
                ? String.valueOf(failure.getMessage())
                : "%s is %s, not %s".formatted(name(argument), wanted(argument), value);
    }

    private static String unmatched(UnmatchedArgumentException failure, CommandLine command) {
        String first =
                failure.getUnmatched().isEmpty() ? "" : failure.getUnmatched().get(0);
        boolean option = first.startsWith("-");
        if (!option && !command.getSubcommands().isEmpty()) {
            return "there is no command " + first + ": " + commands(command);
        }
        String near = failure.getSuggestions().stream()
                .filter(suggestion -> suggestion.startsWith("-") == option)
                .limit(1)
                .map(suggestion -> "; did you mean " + suggestion + "?")
                .collect(Collectors.joining());
        return option ? "unknown option " + first + near : first + " is one argument too many";
    }

    private static String missing(MissingParameterException failure, CommandLine command) {
        List<ArgSpec> missing = failure.getMissing();
        if (missing.isEmpty()) {
            return "a command is missing: " + commands(command);
        }
        if (missing.size() == 1 && !missing.get(0).required()) {
            return name(missing.get(0)) + " needs a value: "
                    + words(missing.get(0).paramLabel());
        }
        String names = missing.stream().map(CommandLineErrors::name).collect(Collectors.joining(", "));
        return names + (missing.size() == 1 ? " is missing" : " are missing");
    }

    private static String words(String label) {
        return label.replace("|", " or ");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String wanted(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        return type == java.time.LocalDate.class ? "a date like 2026-08-22" : words(argument.paramLabel());
    }

    private static String commands(CommandLine command) {
        Collection<String> names = command.getSubcommands().keySet();
        return "write " + (names.size() == 1 ? "" : "one of ") + String.join(", ", names);
    }
}
