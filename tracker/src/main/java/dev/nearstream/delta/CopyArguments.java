package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code cp}, {@code mv}, {@code install} and {@code ln} are given.
 *
 * @param target empty where there is none
 */
public record CopyArguments(List<String> sources, String target) {

    public CopyArguments {
        sources = List.copyOf(sources);
    }

    /** Reads what stands behind the program's name. */
    public static CopyArguments read(List<String> arguments) {
        List<String> operands = new ArrayList<>();
        String target = "";
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            if (word.startsWith("--target-directory=")) {
                target = word.substring(word.indexOf('=') + 1);
            } else if (word.startsWith("--") || !word.startsWith("-") || word.equals("-")) {
                if (!word.startsWith("--")) {
                    operands.add(word);
                }
            } else if (word.endsWith("t") && at + 1 < arguments.size()) {
                target = arguments.get(++at);
            } else if (word.endsWith("m") || word.endsWith("o") || word.endsWith("g") || word.endsWith("S")) {
                at++;
            }
        }
        if (target.isEmpty() && operands.size() > 1) {
            target = operands.remove(operands.size() - 1);
        }
        return new CopyArguments(operands, target);
    }
}
