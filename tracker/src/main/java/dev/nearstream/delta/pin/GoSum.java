package dev.nearstream.delta.pin;

import java.util.HashMap;
import java.util.Map;

/**
 * The modules that a {@code go.sum} knows: all of the module graph, whether they are built or not.
 *
 * @param lines by module, the line that names it first
 */
record GoSum(Map<String, Integer> lines) {

    static GoSum parse(String file, String text) {
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (String written : Lines.of(file, text)) {
            number++;
            String line = written.strip();
            if (!line.isEmpty()) {
                String[] words = line.split("[ \\t]+", -1);
                if (words.length != 3) {
                    throw new ManifestException(file, number, 1, "3 words belong here, not " + words.length);
                }
                lines.putIfAbsent(words[0], number);
            }
        }
        return new GoSum(lines);
    }
}
