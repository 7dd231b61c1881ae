package dev.nearstream.recipe;

import dev.nearstream.yaml.YamlDocument;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The distribution's own pipelines, in {@code pipelines/}, which melange looks up before its own. Thread-safe. */
final class LocalPipelines {
    private final RecipeFiles files;
    private final Map<String, Optional<YamlDocument>> read = new ConcurrentHashMap<>();

    LocalPipelines(RecipeFiles files) {
        this.files = files;
    }

    static String file(String uses) {
        return "pipelines/" + uses + ".yaml";
    }

    /** The pipeline {@code uses} names; empty where the distribution has none of that name, or no readable one. */
    Optional<YamlDocument> find(String uses) {
        return read.computeIfAbsent(uses, this::load);
    }

    private Optional<YamlDocument> load(String uses) {
        if (uses.isEmpty() || uses.contains("..") || uses.startsWith("/") || uses.contains("${{")) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> bytes = files.read(file(uses), YamlReader.MAX_BYTES);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(YamlReader.read(bytes.get()));
        } catch (IOException | YamlException e) {
            return Optional.empty();
        }
    }
}
