package dev.nearstream.upstream;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where recipes are, as the person wrote it: {@code DIR} or {@code URL[@branch]}.
 *
 * @param location a URL or a path
 */
public record RecipeSource(String location, Optional<String> branch) {
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/]*/[^@]*)@(.+)");
    private static final Pattern SCP = Pattern.compile("((?:[^/:@]+@)?[^/:@]+:(?!//)[^@]*)@(.+)");

    /** What is there as a path is a path, whatever else it looks like. */
    public static RecipeSource parse(String text) {
        if (directory(text).isPresent()) {
            return new RecipeSource(text, Optional.empty());
        }
        for (Pattern pattern : new Pattern[] {URL, SCP}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return new RecipeSource(matcher.group(1), Optional.of(matcher.group(2)));
            }
        }
        return new RecipeSource(text, Optional.empty());
    }

    /** The directory, where it is one of this machine: a checkout, a bare repository or a plain directory. */
    public Optional<Path> directory() {
        return directory(location);
    }

    private static Optional<Path> directory(String text) {
        try {
            Path path = Path.of(text);
            return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
