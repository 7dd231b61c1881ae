package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;

/** {@code gem install name -v version}, {@code gem install name:version}, {@code bundle add name --version …}. */
final class RubyPins {
    private RubyPins() {}

    static List<Pin> gem(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("install") ? versioned(words) : List.of();
    }

    static List<Pin> bundle(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("add") ? versioned(words) : List.of();
    }

    private static List<Pin> versioned(List<String> words) {
        List<Pin> pins = new ArrayList<>();
        String name = "";
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean last = at + 1 >= words.size();
            if ((word.equals("-v") || word.equals("--version")) && !last) {
                String version = words.get(++at);
                if (!name.isEmpty()) {
                    pins.add(new Pin(name, name + "@" + version));
                }
            } else if (word.startsWith("--version=") && !name.isEmpty()) {
                pins.add(new Pin(name, name + "@" + word.substring("--version=".length())));
            } else if (word.matches("[a-zA-Z][\\w-]*:\\d[\\w.]*")) {
                pins.add(new Pin(word.substring(0, word.indexOf(':')), word));
            } else if (!word.startsWith("-") && name.isEmpty() && !word.contains("/") && !word.endsWith(".gem")) {
                name = word;
            }
        }
        return pins;
    }
}
