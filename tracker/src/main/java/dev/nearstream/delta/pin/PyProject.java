package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The requirements of a {@code pyproject.toml}: those of the project, its extras and groups, and Poetry's. */
final class PyProject {
    /** A requirement has some 50 characters. */
    private static final int LONGEST = 1000;

    private final String file;
    private final List<Requirement> all = new ArrayList<>();

    private final List<String> lines;

    private PyProject(String file, String text) {
        this.file = file;
        this.lines = Lines.of(file, text);
    }

    static Requirement.File parse(String file, String text) {
        TomlParseResult toml = TomlFile.parse(file, text);
        PyProject project = new PyProject(file, text);
        project.list(value(toml, "project.dependencies"), false);
        project.lists(value(toml, "project.optional-dependencies"));
        project.lists(value(toml, "dependency-groups"));
        project.poetry(value(toml, "tool.poetry.dependencies"));
        if (value(toml, "tool.poetry.group") instanceof TomlTable groups) {
            for (String group : groups.keySet()) {
                if (groups.get(List.of(group)) instanceof TomlTable table) {
                    project.poetry(table.get(List.of("dependencies")));
                }
            }
        }
        return new Requirement.File(project.all);
    }

    private static @Nullable Object value(TomlParseResult toml, String path) {
        Object at = toml;
        for (String key : path.split("\\.", -1)) {
            at = at instanceof TomlTable table ? table.get(List.of(key)) : null;
        }
        return at;
    }

    private void lists(@Nullable Object value) {
        if (value instanceof TomlTable table) {
            table.keySet().forEach(key -> list(table.get(List.of(key)), true));
        }
    }

    /** @param chosen whether somebody must ask for the list: an extra, a group */
    private void list(@Nullable Object value, boolean chosen) {
        if (value instanceof TomlArray array) {
            for (int at = 0; at < array.size(); at++) {
                if (array.get(at) instanceof String text && text.length() < LONGEST) {
                    Requirement.of(file, line(array.inputPositionOf(at).line(), text), text)
                            .map(asked -> chosen ? asked.under() : asked)
                            .ifPresent(all::add);
                }
            }
        }
    }

    /** The library places an array's element behind the one before it; its own line is the next that holds it. */
    private int line(int from, String text) {
        for (int at = from - 1; at < lines.size(); at++) {
            if (lines.get(at).contains(text)) {
                return at + 1;
            }
        }
        return from;
    }

    private void poetry(@Nullable Object value) {
        if (value instanceof TomlTable table) {
            for (String name : table.keySet()) {
                Object asked = table.get(List.of(name));
                Object version = asked instanceof TomlTable inner ? inner.get(List.of("version")) : asked;
                var position = table.inputPositionOf(List.of(name));
                int line = position == null ? 1 : position.line();
                boolean conditional = asked instanceof TomlTable inner
                        && (inner.contains(List.of("markers"))
                                || inner.contains(List.of("optional"))
                                || inner.contains(List.of("python")));
                all.add(new Requirement(
                        file,
                        line,
                        PythonReader.normal(name),
                        version instanceof String text ? poetry(text) : "",
                        conditional));
            }
        }
    }

    /** Poetry takes a bare version for a caret's. */
    private static String poetry(String version) {
        return !version.isEmpty() && Character.isDigit(version.charAt(0)) ? "^" + version : version;
    }
}
