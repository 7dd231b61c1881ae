package dev.nearstream.delta.shell;

import dev.nearstream.delta.shell.ShellCommand.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a script's earlier commands mean for the paths of a later one: the directory that {@code cd} has led to, and
 * the variables whose values stand in the script. Branches are taken as if all of them ran.
 */
public final class ShellState {
    private static final int MAX_WORD = 4096;
    private static final int MAX_VALUE = 512;
    /** Of what is put in for variables, over the whole script: a short text must not grow into a huge one. */
    private static final int MAX_EXPANDED = 1 << 22;

    private static final Set<String> DECLARATIONS = Set.of("export", "local", "declare", "readonly", "typeset");

    private final Map<String, String> variables = new HashMap<>();
    private final Map<Integer, String> directories = new HashMap<>();
    private final Map<Integer, String> pushed = new HashMap<>();
    private final String start;
    private int expandedSize;

    /**
     * The state before the first command.
     *
     * @param directory the step's working directory
     */
    public ShellState(String directory) {
        this.start = directory;
    }

    /** Where {@code command} runs; a path as it would be written from {@code /home/build}. */
    public String directory(ShellCommand command) {
        String own = directories.get(command.scope());
        if (own == null) {
            own = directories.getOrDefault(command.parentScope(), start);
            directories.put(command.scope(), own);
        }
        return own;
    }

    /** Takes note of what {@code command} assigns and where it leads. */
    public void after(ShellCommand command) {
        for (Assignment assignment : command.assignments()) {
            assign(assignment.name(), assignment.value());
        }
        List<String> words = command.words();
        if (words.isEmpty()) {
            return;
        }
        switch (words.get(0)) {
            case "cd", "pushd" -> {
                pushed.put(command.scope(), directory(command));
                words.stream()
                        .skip(1)
                        .filter(word -> !word.startsWith("-") || word.equals("-"))
                        .findFirst()
                        .ifPresent(target -> change(command, target));
            }
            case "popd" -> directories.put(command.scope(), pushed.getOrDefault(command.scope(), start));
            case "for" -> {
                if (words.size() > 3) {
                    assign(words.get(1), words.get(3));
                }
            }
            default -> {
                if (DECLARATIONS.contains(words.get(0))) {
                    words.stream().skip(1).forEach(this::declare);
                }
            }
        }
    }

    private void change(ShellCommand command, String target) {
        String here = directory(command);
        String path = target.equals("-") ? pushed.getOrDefault(command.scope(), start) : expand(target);
        directories.put(command.scope(), path.equals("-") ? here : join(here, path));
    }

    /** {@code path} as it is meant in {@code directory}. */
    public static String join(String directory, String path) {
        boolean absolute = path.startsWith("/") || path.startsWith("$") || path.startsWith("~") || path.startsWith("`");
        return absolute || directory.equals(".") || directory.isEmpty() || directory.length() > MAX_VALUE
                ? path
                : directory + "/" + path;
    }

    private void declare(String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            assign(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    /** Flags are kept as written: they are no paths, and only then does one see which of them a command adds. */
    private void assign(String name, String value) {
        if (name.endsWith("FLAGS")) {
            return;
        }
        String expanded = expand(value);
        if (expanded.length() <= MAX_VALUE) {
            variables.put(name, expanded);
        }
    }

    /** {@code word} with the variables that are known; the others stay as written. */
    public String expand(String word) {
        int dollar = word.indexOf('$');
        if (dollar < 0 || word.length() > MAX_WORD || expandedSize > MAX_EXPANDED) {
            return word;
        }
        StringBuilder expanded = new StringBuilder();
        int from = 0;
        while (dollar >= 0 && expanded.length() <= MAX_WORD) {
            expanded.append(word, from, dollar);
            from = parameter(word, dollar, expanded);
            dollar = word.indexOf('$', from);
        }
        expandedSize += expanded.length();
        return expanded.append(word, from, word.length()).toString();
    }

    /** Appends what stands for the parameter at {@code dollar}, and answers where the text goes on. */
    private int parameter(String word, int dollar, StringBuilder expanded) {
        boolean braced = dollar + 1 < word.length() && word.charAt(dollar + 1) == '{';
        int begin = dollar + (braced ? 2 : 1);
        int end = begin;
        while (end < word.length() && isName(word.charAt(end))) {
            end++;
        }
        String name = word.substring(begin, end);
        int close = braced ? word.indexOf('}', end) : end;
        if (name.isEmpty() || close < 0) {
            expanded.append('$');
            return dollar + 1;
        }
        int after = braced ? close + 1 : close;
        String value = variables.get(name);
        String rest = word.substring(end, close);
        if (value == null && (rest.startsWith(":-") || rest.startsWith(":="))) {
            value = rest.substring(2);
        }
        expanded.append(value == null ? word.substring(dollar, after) : value);
        return after;
    }

    private static boolean isName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }
}
