package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;

/** {@code go get module@version} and {@code go mod edit}; {@code go mod tidy} alone sets nothing. */
final class GoPins {
    private GoPins() {}

    static List<Pin> read(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        if (words.get(0).equals("get")) {
            for (String word : words.subList(1, words.size())) {
                if (!word.startsWith("-") && word.indexOf('@') > 0) {
                    pins.add(Pin.of(word));
                }
            }
        } else if (words.size() > 1 && words.get(1).equals("edit")) {
            edits(words.subList(2, words.size()), pins);
        }
        return pins;
    }

    private static void edits(List<String> words, List<Pin> pins) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (!word.startsWith("-") || word.equals("-json") || word.equals("-print") || word.equals("-fmt")) {
                continue;
            }
            int equals = word.indexOf('=');
            boolean apart = equals < 0 && at + 1 < words.size();
            String option = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--?", "");
            String value = equals >= 0 ? word.substring(equals + 1) : apart ? words.get(++at) : "";
            boolean versioned = option.equals("go") || option.equals("toolchain") || value.isEmpty();
            pins.add(
                    versioned
                            ? new Pin(option, option + " " + value)
                            : new Pin(Pin.of(value).name(), option + " " + value));
        }
    }
}
