package dev.nearstream.delta.pin;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads TOML that people write; generated locks have {@link TomlLockReader}. */
final class TomlFile {
    /** Far above any manifest: what is larger is none. */
    private static final int LONGEST = 1 << 20;

    private TomlFile() {}

    static TomlParseResult parse(String file, String text) {
        if (text.length() > LONGEST) {
            throw new ManifestException(file, 1, 1, text.length() + " characters; at most " + LONGEST + " are read");
        }
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw new ManifestException(
                    file,
                    error.position().line(),
                    error.position().column(),
                    String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
        }
        return result;
    }
}
