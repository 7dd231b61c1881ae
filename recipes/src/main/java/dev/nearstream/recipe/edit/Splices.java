package dev.nearstream.recipe.edit;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What edits do to one text: stretches that are replaced, and whole lines that go. For one thread. */
final class Splices {
    private final RecipeText text;
    private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();
    private final BitSet gone = new BitSet();

    private record Replacement(int to, String by) {}

    Splices(RecipeText text) {
        this.text = text;
    }

    RecipeText text() {
        return text;
    }

    /**
     * Puts a text in a stretch's place.
     *
     * @throws IllegalArgumentException where another edit is about a part of it
     */
    void replace(Span span, String by) {
        Map.Entry<Integer, Replacement> before = replacements.lowerEntry(span.to());
        if (before != null && before.getValue().to() > span.from()) {
            throw new IllegalArgumentException("two edits of the same text");
        }
        replacements.put(span.from(), new Replacement(span.to(), by));
    }

    /** Takes a line out, with what ends it. */
    void removeLine(int line) {
        gone.set(line);
    }

    boolean isGone(int line) {
        return gone.get(line);
    }

    /** The text with all of it done; what stands on a line that goes is not replaced any more. */
    String applied() {
        TextLines lines = text.lines();
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int line = 1; line <= lines.count(); line++) {
            int end = lines.start(line + 1);
            if (gone.get(line)) {
                at = Math.max(at, end);
                continue;
            }
            for (Map.Entry<Integer, Replacement> found :
                    replacements.subMap(lines.start(line), true, end, false).entrySet()) {
                out.append(text.text(), at, found.getKey())
                        .append(found.getValue().by());
                at = found.getValue().to();
            }
            if (at < end) {
                out.append(text.text(), at, end);
                at = end;
            }
        }
        return out.toString();
    }
}
