package dev.nearstream.delta.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of {@code find}.
 *
 * @param roots where it looks
 * @param names what it looks for, below each root: {@code root/pattern}; the roots where it names nothing
 * @param executed the commands behind {@code -exec}, without {@code {}}
 * @param deletes true with {@code -delete}
 */
public record FindCommand(List<String> roots, List<String> names, List<List<String>> executed, boolean deletes) {

    public FindCommand {
        roots = List.copyOf(roots);
        names = List.copyOf(names);
        executed = List.copyOf(executed);
    }

    /** Reads what stands behind {@code find}. */
    public static FindCommand read(List<String> arguments) {
        List<String> roots = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        List<List<String>> executed = new ArrayList<>();
        boolean deletes = false;
        int at = 0;
        while (at < arguments.size() && !isExpression(arguments.get(at))) {
            roots.add(arguments.get(at++));
        }
        while (at < arguments.size()) {
            String word = arguments.get(at++);
            if (word.equals("-delete")) {
                deletes = true;
            } else if (word.startsWith("-exec") || word.equals("-ok") || word.equals("-okdir")) {
                List<String> command = new ArrayList<>();
                while (at < arguments.size()
                        && !arguments.get(at).equals(";")
                        && !arguments.get(at).equals("+")) {
                    if (!arguments.get(at).equals("{}")) {
                        command.add(arguments.get(at));
                    }
                    at++;
                }
                at++;
                executed.add(List.copyOf(command));
            } else if (isPattern(word) && at < arguments.size()) {
                patterns.add(arguments.get(at++));
            }
        }
        if (roots.isEmpty()) {
            roots.add(".");
        }
        List<String> names = new ArrayList<>();
        for (String pattern : patterns) {
            names.add(roots.get(0).equals(".") ? pattern : roots.get(0) + "/" + pattern);
        }
        return new FindCommand(roots, names.isEmpty() ? roots : names, executed, deletes);
    }

    private static boolean isExpression(String word) {
        return word.startsWith("-") || word.equals("(") || word.equals("!") || word.equals(")");
    }

    private static boolean isPattern(String word) {
        return switch (word) {
            case "-name", "-iname", "-path", "-ipath", "-wholename", "-regex" -> true;
            default -> false;
        };
    }
}
