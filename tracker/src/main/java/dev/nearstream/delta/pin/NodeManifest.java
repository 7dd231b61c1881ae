package dev.nearstream.delta.pin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The dependencies of a {@code package.json}, and the engines that it asks for. */
final class NodeManifest {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> LISTS =
            Set.of("dependencies", "optionalDependencies", "peerDependencies", "engines");

    private NodeManifest() {}

    static AskedFor parse(String file, String text) {
        Map<String, String> versions = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ManifestException(file, 1, 1, "an object belongs here");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean list = LISTS.contains(parser.currentName());
                if (parser.nextToken() == JsonToken.START_OBJECT && list) {
                    dependencies(parser, versions);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new ManifestException(
                    file,
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    e.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always read", e);
        }
        return new AskedFor(versions);
    }

    private static void dependencies(JsonParser parser, Map<String, String> versions) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                AskedFor.add(versions, name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }
}
