package dev.nearstream.score;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a policy's YAML, two levels of keys with a number behind each, and keeps every number's place. The tokens are
 * read one by one: a bound object has no places, and YAML's typing (octal, sexagesimal, {@code .nan}) is not wanted.
 */
final class PolicyTokens {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");
    private final String file;

    PolicyTokens(String file) {
        this.file = file;
    }

    /** A number and where it stands, from 1. */
    record Weight(double value, int line, int column) {}

    /** By {@code section.key}; only known keys. */
    Map<String, Weight> read(byte[] bytes) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw at(parser, "a policy is a mapping of sections, like `lag:`");
            }
            TreeSet<String> sections = new TreeSet<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String section = parser.currentName();
                if (PolicyKeys.ALL.stream().noneMatch(key -> key.startsWith(section + "."))) {
                    throw at(parser, "there is no section " + section + "; the sections are " + sections());
                }
                if (!sections.add(section)) {
                    throw at(parser, "the section " + section + " stands here twice; keep one");
                }
                readSection(parser, section, weights);
            }
            if (parser.nextToken() != null) {
                throw at(parser, "a second document begins; a policy is one");
            }
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new PolicyException(
                    file,
                    where == null ? 0 : where.getLineNr(),
                    where == null ? 0 : where.getColumnNr(),
                    "no YAML: " + e.getOriginalMessage().lines().findFirst().orElse("not understood"));
        } catch (IOException e) {
            throw new PolicyException(file, 0, 0, "cannot be read: " + e.getMessage());
        }
        return weights;
    }

    private void readSection(JsonParser parser, String section, Map<String, Weight> weights) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw at(parser, section + " must be a mapping with the keys " + keys(section));
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = section + "." + parser.currentName();
            if (!PolicyKeys.ALL.contains(key)) {
                throw at(parser, "there is no key " + key + "; the keys of " + section + " are " + keys(section));
            }
            if (weights.containsKey(key)) {
                throw at(parser, "the key " + key + " stands here twice; keep one");
            }
            weights.put(key, weight(parser, key));
        }
    }

    private Weight weight(JsonParser parser, String key) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || !token.isScalarValue()) {
            throw at(parser, key + " must be " + PolicyRules.range(key));
        }
        String text = parser.getText();
        boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
        double value = number && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(value >= 0 && value <= PolicyRules.max(key))) {
            throw at(parser, key + " must be " + PolicyRules.range(key) + ", not " + text);
        }
        JsonLocation where = parser.currentTokenLocation();
        return new Weight(value, where.getLineNr(), where.getColumnNr());
    }

    private static String sections() {
        TreeSet<String> names = new TreeSet<>();
        PolicyKeys.ALL.forEach(key -> names.add(key.substring(0, key.indexOf('.'))));
        return String.join(", ", names);
    }

    private static String keys(String section) {
        TreeSet<String> names = new TreeSet<>();
        PolicyKeys.ALL.stream()
                .filter(key -> key.startsWith(section + "."))
                .forEach(key -> names.add(key.substring(section.length() + 1)));
        return String.join(", ", names);
    }

    private PolicyException at(JsonParser parser, String message) {
        JsonLocation where = parser.currentTokenLocation();
        return new PolicyException(file, where.getLineNr(), where.getColumnNr(), message);
    }
}
