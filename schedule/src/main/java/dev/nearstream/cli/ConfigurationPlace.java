package dev.nearstream.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in the configuration an error is: {@code :line:column}, or nothing where it is not known. The parser is past the
 * place when the exception is made: a wrong value is its last token, and an unknown key is looked for in the text.
 */
final class ConfigurationPlace {
    private ConfigurationPlace() {}

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
