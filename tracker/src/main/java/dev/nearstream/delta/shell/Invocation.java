package dev.nearstream.delta.shell;

import dev.nearstream.delta.shell.ShellCommand.Assignment;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A program that a command runs, be it through {@code env}, {@code xargs}, {@code find -exec} or {@code sh -c}.
 *
 * @param line in the script, from 1
 * @param directory where it runs, as it would be written from {@code /home/build}
 * @param program its name without a directory
 * @param arguments with known variables put in
 * @param assignments before the command's name
 * @param found what {@code find} gives it: the names or roots it looks for; else empty
 * @param written the whole command's words and redirections as the script has them, for a reader
 * @param comment above and behind the command
 * @param exact the whole command, {@code env} and {@code find} included, without guesses
 */
public record Invocation(
        int line,
        String directory,
        String program,
        List<String> arguments,
        List<Assignment> assignments,
        List<Redirection> redirections,
        List<String> found,
        String written,
        String comment,
        ExactCommand exact) {

    private static final int MAX_NESTING = 4;
    private static final Set<String> PREFIXES =
            Set.of("command", "exec", "sudo", "nohup", "builtin", "eval", "nice", "ionice", "stdbuf", "setarch");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    public Invocation {
        arguments = List.copyOf(arguments);
        assignments = List.copyOf(assignments);
        redirections = List.copyOf(redirections);
        found = List.copyOf(found);
    }

    /** Every invocation of a script, in order; {@code directory} is the step's working directory. */
    public static List<Invocation> of(String script, String directory) {
        List<Invocation> all = new ArrayList<>();
        add(script, new ShellState(directory), 0, 0, all);
        return List.copyOf(all);
    }

    private static void add(String script, ShellState state, int firstLine, int nesting, List<Invocation> all) {
        ExactState exact = new ExactState(nesting > 0);
        for (ShellCommand command : ShellReader.read(script)) {
            List<String> words = new ArrayList<>(command.words().size());
            for (String word : command.words()) {
                words.add(state.expand(word));
            }
            List<Redirection> redirections =
                    new ArrayList<>(command.redirections().size());
            for (Redirection one : command.redirections()) {
                redirections.add(new Redirection(one.operator(), state.expand(one.target()), one.body()));
            }
            Invocation whole = new Invocation(
                    command.line() + firstLine,
                    state.directory(command),
                    "",
                    List.of(),
                    command.assignments(),
                    redirections,
                    List.of(),
                    written(command),
                    command.comment(),
                    exact.of(command));
            unwrap(whole, words, state, nesting, all);
            state.after(command);
            exact.after(command);
        }
    }

    private static void unwrap(
            Invocation whole, List<String> words, ShellState state, int nesting, List<Invocation> all) {
        List<Assignment> assignments = new ArrayList<>(whole.assignments);
        int at = skipPrefixes(words, assignments);
        if (at >= words.size()) {
            all.add(whole.with("", List.of(), assignments, whole.found));
            return;
        }
        String program = name(words.get(at));
        List<String> arguments = words.subList(at + 1, words.size());
        all.add(whole.with(program, arguments, assignments, whole.found));
        if (nesting >= MAX_NESTING) {
            return;
        }
        if (program.equals("find")) {
            FindCommand find = FindCommand.read(arguments);
            for (List<String> executed : find.executed()) {
                unwrap(whole.with("", List.of(), assignments, find.names()), executed, state, nesting + 1, all);
            }
        } else if (program.equals("xargs")) {
            int first = xargsProgram(arguments);
            Invocation fed = whole.with("", List.of(), assignments, feeding(whole, all));
            unwrap(fed, arguments.subList(first, arguments.size()), state, nesting + 1, all);
        } else if (SHELLS.contains(program)
                && arguments.size() > 1
                && arguments.get(0).matches("-[a-z]*c")) {
            ShellState inner = new ShellState(whole.directory);
            add(arguments.get(1), inner, whole.line - 1, nesting + MAX_NESTING / 2, all);
        }
    }

    /** The names that a {@code find} on the same line looks for. */
    private static List<String> feeding(Invocation whole, List<Invocation> all) {
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - 6); i--) {
            Invocation before = all.get(i);
            if (before.program.equals("find")) {
                return FindCommand.read(before.arguments).names();
            }
        }
        return whole.found;
    }

    private static int skipPrefixes(List<String> words, List<Assignment> assignments) {
        int at = 0;
        boolean env = false;
        while (at < words.size()) {
            String word = words.get(at);
            int equals = word.indexOf('=');
            if (word.equals("env") || PREFIXES.contains(word)) {
                env |= word.equals("env");
            } else if (env && equals > 0 && !word.startsWith("-")) {
                assignments.add(new Assignment(word.substring(0, equals), word.substring(equals + 1)));
            } else if (at == 0 || !word.startsWith("-")) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int xargsProgram(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            boolean takesValue = arguments.get(at).matches("-[IiLnPsd]");
            at += takesValue ? 2 : 1;
        }
        return Math.min(at, arguments.size());
    }

    private Invocation with(
            String newProgram, List<String> newArguments, List<Assignment> newAssignments, List<String> newFound) {
        return new Invocation(
                line,
                directory,
                newProgram,
                newArguments,
                newAssignments,
                redirections,
                newFound,
                written,
                comment,
                exact);
    }

    private static String name(String word) {
        String base = word.startsWith("$") ? word : word.substring(word.lastIndexOf('/') + 1);
        return base.isEmpty() ? word : base;
    }

    /** The arguments that are no options. */
    public List<String> operands() {
        List<String> operands = new ArrayList<>();
        boolean options = true;
        for (String argument : arguments) {
            if (options && argument.equals("--")) {
                options = false;
            } else if (!options || !argument.startsWith("-") || argument.equals("-")) {
                operands.add(argument);
            }
        }
        return operands;
    }

    private static String written(ShellCommand command) {
        if (command.redirections().isEmpty()) {
            return String.join(" ", command.words());
        }
        StringBuilder text = new StringBuilder(String.join(" ", command.words()));
        for (Redirection redirection : command.redirections()) {
            if (!redirection.operator().contains("&")) {
                text.append(' ').append(redirection.operator()).append(' ').append(redirection.target());
            }
        }
        return text.toString();
    }
}
