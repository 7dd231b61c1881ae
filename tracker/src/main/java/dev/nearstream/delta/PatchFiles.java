package dev.nearstream.delta;

import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The patch files of a recipe tree, each distinct content parsed once. Safe for several threads. */
final class PatchFiles {
    private final RecipeFiles files;
    private final Map<String, PatchFacts> byHash = new ConcurrentHashMap<>();

    PatchFiles(RecipeFiles files) {
        this.files = files;
    }

    /**
     * What the file at {@code path} tells; empty where there is none.
     *
     * @throws IOException where it is too large or cannot be read
     */
    Optional<PatchFacts> find(String path) throws IOException {
        Optional<byte[]> bytes = files.read(path, PatchParser.MAX_BYTES);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        String hash = PatchFacts.hash(bytes.get());
        return Optional.of(byHash.computeIfAbsent(hash, unread -> PatchFacts.read(bytes.get(), hash)));
    }
}
