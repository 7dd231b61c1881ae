package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.store.DeltaTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps patches' texts for the pages, each the first time that it is seen: what is known is not read. Thread-safe. */
final class PatchTexts {
    /** Of one text; a longer one is cut at a line's end. */
    static final int LONGEST = 64 * 1024;

    private final RecipeFiles files;
    private final DeltaTexts store;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    PatchTexts(RecipeFiles files, DeltaTexts store) {
        this.files = files;
        this.store = store;
        known.addAll(store.known());
    }

    /** Keeps those of a package. A file that is not there any more is left out: the outcome says so. */
    void keep(RecipeDeltas deltas) {
        Map<String, String> texts = new HashMap<>();
        for (Delta.PatchFile patch : deltas.patches()) {
            if (known.add(patch.contentHash())) {
                read(patch.path()).ifPresent(bytes -> texts.put(patch.contentHash(), text(bytes)));
            }
        }
        if (!texts.isEmpty()) {
            store.put(texts);
        }
    }

    private Optional<byte[]> read(String path) {
        try {
            return files.read(path, PatchParser.MAX_BYTES);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As UTF-8, with U+FFFD for what is none; cut where it is long, with a last line that says so. */
    static String text(byte[] bytes) {
        if (bytes.length <= LONGEST) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        int end = LONGEST;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        String shown = end == 0
                ? new String(bytes, 0, LONGEST, StandardCharsets.UTF_8) + "\n"
                : new String(bytes, 0, end, StandardCharsets.UTF_8);
        return shown + "[cut here: %,d of %,d bytes are shown]\n".formatted(end == 0 ? LONGEST : end, bytes.length);
    }
}
