package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The requirements of a {@code pyproject.toml}: those of the project, its extras and groups, and Poetry's. */
final class PyProject {
    /** A requirement has some 50 characters. */
    private static final int LONGEST = 1000;

    /** What Poetry may be told of a dependency without a condition or a source of its own. */
    private static final Set<String> PLAIN = Set.of("version", "extras", "allow-prereleases");

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
        project.list(value(toml, "tool.uv.override-dependencies"), true);
        project.sources(value(toml, "tool.uv.sources"));
        project.poetry(value(toml, "tool.poetry.dependencies"), false);
        if (value(toml, "tool.poetry.group") instanceof TomlTable groups) {
            for (String group : groups.keySet()) {
                if (groups.get(List.of(group)) instanceof TomlTable table) {
                    project.poetry(table.get(List.of("dependencies")), true);
                }
            }
        }
        boolean dynamic = value(toml, "project.dynamic") instanceof TomlArray array
                && array.toList().contains("dependencies");
        boolean decides = (value(toml, "project") instanceof TomlTable && !dynamic)
                || value(toml, "tool.poetry.dependencies") instanceof TomlTable;
        return new Requirement.File(file, project.all, decides);
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

    /** A source of its own takes a distribution from somewhere else, whatever version is asked for. */
    private void sources(@Nullable Object value) {
        if (value instanceof TomlTable table) {
            for (String name : table.keySet()) {
                all.add(new Requirement(
                        file, line(table, name), PythonReader.normal(name), "from a source of its own", true));
            }
        }
    }

    private static int line(TomlTable table, String key) {
        var position = table.inputPositionOf(List.of(key));
        return position == null ? 1 : position.line();
    }

    private void poetry(@Nullable Object value, boolean chosen) {
        if (value instanceof TomlTable table) {
            for (String name : table.keySet()) {
                Object asked = table.get(List.of(name));
                Object version = asked instanceof TomlTable inner ? inner.get(List.of("version")) : asked;
                boolean plain = !(asked instanceof TomlTable inner) || PLAIN.containsAll(inner.keySet());
                all.add(new Requirement(
                        file,
                        line(table, name),
                        PythonReader.normal(name),
                        version instanceof String text ? poetry(text) : "",
                        chosen || !plain));
            }
        }
    }

    /** Poetry takes a bare version for that one alone, and {@code 2.6.*} for any that begins so. */
    private static String poetry(String version) {
        return !version.isEmpty() && Character.isDigit(version.charAt(0)) ? "==" + version : version;
    }
}
