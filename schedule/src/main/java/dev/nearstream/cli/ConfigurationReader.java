package dev.nearstream.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code nearstream.yaml}. */
final class ConfigurationReader {
    private static final long LARGEST = 1 << 20;

    private ConfigurationReader() {}

    /**
     * @throws ConfigurationException naming file, line and column, what is wrong, and what would be right
     */
    static ConfigurationFile read(Path file) {
        byte[] bytes = bytes(file);
        try {
            YAMLMapper mapper = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build();
            if (isEmpty(mapper, bytes)) {
                return ConfigurationFile.EMPTY;
            }
            ConfigurationFile read = mapper.readValue(bytes, ConfigurationFile.class);
            return read == null ? ConfigurationFile.EMPTY : read;
        } catch (JacksonException e) {
            throw new ConfigurationException(file + ConfigurationPlace.of(e, bytes) + ": " + message(e), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether it holds nothing but comments. */
    private static boolean isEmpty(YAMLMapper mapper, byte[] bytes) throws IOException {
        try (JsonParser parser = mapper.createParser(bytes)) {
            return parser.nextToken() == null;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationException(file + ": a configuration of over 1 MiB is not read");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": no such file; name another with --config", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConfigurationException unreadable(Path file, IOException e) {
        return new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
    }

    private static String message(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key " + unknown.getPropertyName() + "; known here are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        String key = e instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? mapping.getPath().stream()
                                .map(step ->
                                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                                .collect(Collectors.joining("."))
                        + ": "
                : "";
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return key + wanted(mismatch.getTargetType()) + " is wanted here";
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return "this key is there twice; keep one of them";
        }
        return key + e.getOriginalMessage().lines().findFirst().orElse("not understood");
    }

    private static String wanted(Class<?> type) {
        if (type == Integer.class) {
            return "a whole number";
        } else if (type == Boolean.class) {
            return "true or false";
        } else if (type == String.class) {
            return "a text";
        } else if (List.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == OneOrMore.class || type.isArray() ? "a text or a list of texts" : "a mapping of keys to values";
    }
}
