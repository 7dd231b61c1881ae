package dev.nearstream.delta;

import java.util.ArrayList;
import java.util.List;

/** {@code cargo update --precise} and {@code cargo add crate@version}. */
final class CargoPins {
    private CargoPins() {}

    static List<Pin> read(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        boolean adds = words.get(0).equals("add");
        List<Pin> pins = new ArrayList<>();
        String crate = "";
        String version = "";
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean last = at + 1 >= words.size();
            if (word.equals("--precise") && !last) {
                version = words.get(++at);
            } else if (word.startsWith("--precise=")) {
                version = word.substring("--precise=".length());
            } else if ((word.equals("-p") || word.equals("--package")) && !last) {
                crate = words.get(++at);
            } else if (word.equals("--manifest-path") && !last) {
                at++;
            } else if (!word.startsWith("-") && crate.isEmpty()) {
                crate = word;
                if (adds && word.indexOf('@') > 0) {
                    pins.add(Pin.of(word));
                }
            }
        }
        if (words.get(0).equals("update") && !version.isEmpty() && !crate.isEmpty()) {
            pins.add(new Pin(crate, crate + "=" + version));
        }
        return pins;
    }
}
