package dev.nearstream.delta;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.Text;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the lines of a scalar stand in its file, and the comments around them. For one thread. */
final class BlockLines {
    private final RecipeFiles files;
    private final Map<String, List<String>> texts = new HashMap<>();

    BlockLines(RecipeFiles files) {
        this.files = files;
    }

    /** The position of a scalar's line, from 1; folded and plain scalars of several lines have their first alone. */
    Position line(Text scalar, int line) {
        Position at = scalar.at();
        String indicator = lineOf(at);
        int column = at.column() - 1;
        char first = column < indicator.length() ? indicator.charAt(column) : ' ';
        if (first == '|') {
            return new Position(at.file(), at.line() + line, at.column());
        }
        return line > 1 && first != '>' ? new Position(at.file(), at.line() + line - 1, at.column()) : at;
    }

    /** The comment behind a line and those directly above it, without {@code #}; empty where there is none. */
    String commentAt(Position at) {
        List<String> lines = lines(at.file());
        StringBuilder comment = new StringBuilder();
        int above = at.line() - 2;
        while (above >= 0
                && above < lines.size()
                && lines.get(above).stripLeading().startsWith("#")) {
            comment.insert(0, lines.get(above).strip().substring(1).strip() + "\n");
            above--;
        }
        String line = lineOf(at);
        int hash = line.indexOf(" #");
        if (hash >= 0) {
            comment.append(line.substring(hash + 2).strip());
        }
        return comment.toString().strip();
    }

    /** The comment in a line, or behind it, without {@code #}; empty where there is none. */
    String commentIn(Position at) {
        String line = lineOf(at);
        int hash = line.stripLeading().startsWith("#") ? line.indexOf('#') : line.indexOf(" #") + 1;
        return hash > 0 || line.startsWith("#") ? line.substring(hash + 1).strip() : "";
    }

    private String lineOf(Position at) {
        List<String> lines = lines(at.file());
        return at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    }

    private List<String> lines(String file) {
        return texts.computeIfAbsent(file, this::read);
    }

    private List<String> read(String file) {
        try {
            return files.read(file, YamlReader.MAX_BYTES)
                    .map(bytes ->
                            new String(bytes, StandardCharsets.UTF_8).lines().toList())
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
