package dev.nearstream.delta;

import java.util.List;
import java.util.Set;

/**
 * What {@code git} is given.
 *
 * @param command its subcommand, or empty
 * @param rest what stands behind it
 */
public record GitArguments(String command, List<String> rest) {
    private static final Set<String> WITH_VALUE = Set.of("-C", "-c", "--git-dir", "--work-tree", "--namespace");

    /** Reads what stands behind {@code git}. */
    public static GitArguments read(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(arguments.get(at)) ? 2 : 1;
        }
        if (at >= arguments.size()) {
            return new GitArguments("", List.of());
        }
        return new GitArguments(arguments.get(at), List.copyOf(arguments.subList(at + 1, arguments.size())));
    }

    /** The operands of the subcommand {@code wanted}; none of another. */
    public List<String> operandsOf(String wanted) {
        return command.equals(wanted)
                ? rest.stream().filter(word -> !word.startsWith("-")).toList()
                : List.of();
    }
}
