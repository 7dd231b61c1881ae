package dev.nearstream.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.nearstream.recipe.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in the configuration an error is: {@code :line:column}, or nothing where it is not known. The parser is past the
 * place when the exception is made: a wrong value is its last token, and an unknown key is looked for in the text.
 */
final class ConfigurationPlace {
    private ConfigurationPlace() {}

    /** Of the value of a key, as {@code timeouts.connect}; nothing where the file does not have it. */
    static String of(Path file, String key) {
        String wanted = "/" + key.replace('.', '/'); // a key may have dots and slashes in it
        try (JsonParser parser = new YAMLFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                if (parser.currentToken() != JsonToken.FIELD_NAME
                        && key(parser.getParsingContext().pathAsPointer().toString())
                                .equals(wanted)) {
                    return ":" + at.getLineNr() + ":" + at.getColumnNr();
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String key(String pointer) {
        return pointer.replace("~1", "/").replace("~0", "~").replace('.', '/');
    }

    /**
     * Of every value, by its key as {@code decisions.0.delta}; empty where the file cannot be read. The file's path is
     * absolute: it is none of the recipe tree's.
     */
    static Map<String, Position> all(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        Map<String, Position> places = new HashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    JsonLocation at = parser.currentTokenLocation();
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    places.putIfAbsent(
                            pointer.replaceFirst("^/", "").replace('/', '.'),
                            new Position(path, at.getLineNr(), at.getColumnNr()));
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return places;
    }

    static String of(JacksonException e, byte[] bytes) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String key = "(?<![^\\s{,\"'])" + Pattern.quote(unknown.getPropertyName()) + "[\"']?\\s*:";
            Matcher matcher = Pattern.compile(key).matcher(text);
            if (matcher.find()) {
                String before = text.substring(0, matcher.start());
                long line = before.chars().filter(c -> c == '\n').count() + 1;
                return ":" + line + ":" + (before.length() - before.lastIndexOf('\n'));
            }
        }
        @Nullable
        JsonLocation start = e instanceof JsonMappingException && e.getProcessor() instanceof JsonParser parser
                ? parser.currentTokenLocation()
                : null;
        @Nullable JsonLocation at = start == null || start.getLineNr() < 1 ? e.getLocation() : start;
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
