package dev.nearstream.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command line or the configuration is wrong; the message is one line that says what would be right. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String key;

    public ConfigurationException(String message) {
        super(message);
        this.key = null;
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.key = null;
    }

    private ConfigurationException(@Nullable String key, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.key = key;
    }

    /** What is wrong with the value of a key of the configuration, as {@code timeouts.connect}. */
    static ConfigurationException of(String key, String message, @Nullable Throwable cause) {
        return new ConfigurationException(key, message, cause);
    }

    /** The same with the place of its key in the file before it, where the file has it. */
    ConfigurationException in(@Nullable Path file) {
        String place = key == null || file == null ? "" : ConfigurationPlace.of(file, key);
        return place.isEmpty() ? this : new ConfigurationException(file + place + ": " + getMessage(), this);
    }
}
