package dev.nearstream.delta.shell;

import java.util.List;
import java.util.Map;

/**
 * A whole command as exactly as its script tells, for those who may not guess.
 *
 * @param sources its words with their quotes, as the script has them
 * @param variables those whose values the script alone settles
 * @param flow whether it runs
 * @param directoryKnown whether every {@code cd} before it is settled too
 */
public record ExactCommand(List<String> sources, Map<String, String> variables, Flow flow, boolean directoryKnown) {

    public ExactCommand {
        sources = List.copyOf(sources);
        variables = Map.copyOf(variables);
    }

    /** Its words, in order. */
    public List<ShellWord> words() {
        // In a loop, what follows may have been assigned the time before.
        Map<String, String> settled = flow.certain() ? variables : Map.of();
        return sources.stream().map(word -> ExactWords.read(word, settled)).toList();
    }
}
