package dev.nearstream.recipe.edit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import java.util.TreeSet;

/** A series file without some of its lines, every other byte kept. */
final class SeriesText {
    private SeriesText() {}

    /** The lines go with the comments that are about them alone. */
    static byte[] without(byte[] series, Set<Integer> lines) {
        TextLines text = new TextLines(new String(series, ISO_8859_1)); // a character for each byte
        EntryLines entries = new EntryLines(text, 1, text.count());
        lines.forEach(entries::remove);
        Set<Integer> gone = new TreeSet<>(entries.removed());
        StringBuilder out = new StringBuilder();
        for (int line = 1; line <= text.count(); line++) {
            if (!gone.contains(line)) {
                out.append(text.text(), text.start(line), text.start(line + 1));
            }
        }
        return out.toString().getBytes(ISO_8859_1);
    }
}
