package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * What one file of a Gradle build gives versions to.
 *
 * @param entries dependencies as {@code group:artifact}, and variables by name
 * @param includes whether it takes other projects into the build
 */
record GradleFile(List<Entry> entries, boolean includes) {
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([^\"':@]+))?(?:[:@][^\"']*)?[\"']");
    private static final Pattern MAP =
            Pattern.compile("group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*name\\s*[:=]\\s*[\"']([\\w.-]+)[\"']"
                    + "(?:\\s*,\\s*version\\s*[:=]\\s*[\"']([^\"']+)[\"'])?");
    private static final Pattern VARIABLE =
            Pattern.compile("(?:^|[\\s.,\\[(])([A-Za-z_][\\w.-]*)[\"']?\\s*[=:]\\s*[\"']([^\"']*)[\"']");
    /** What is for tests alone, or under a condition, does not tell what is built. */
    private static final Pattern ASIDE = Pattern.compile("^(?:test|androidTest|if\\b|.*\\bif\\s*\\()");

    private static final String UNTOLD = "$untold";
    private static final Pattern INCLUDE = Pattern.compile("\\s*include(Build|Flat)?[\\s(].*");
    private static final Pattern SETTING = Pattern.compile("\\s*([\\w.-]+)\\s*[=:]\\s*(.*?)\\s*");

    /**
     * A version given to something.
     *
     * @param dependency whether it is one, else a variable
     * @param version null where the file leaves it to others; a variable as {@code $name}
     */
    record Entry(
            String file,
            int line,
            String name,
            boolean dependency,
            @Nullable String version) {}

    GradleFile {
        entries = List.copyOf(entries);
    }

    /** A {@code build.gradle} or {@code build.gradle.kts}: a program, of which the plain texts are read. */
    static GradleFile script(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        boolean includes = false;
        boolean commented = false;
        int number = 0;
        for (String line : Lines.written(file, text)) {
            number++;
            includes |= INCLUDE.matcher(line).matches();
            String code = line.strip();
            boolean comment = commented || code.startsWith("//") || code.startsWith("*") || code.startsWith("/*");
            commented = (commented || code.contains("/*")) && !code.endsWith("*/");
            if (comment) {
                continue;
            }
            boolean aside = ASIDE.matcher(code).find();
            for (Pattern pattern : List.of(COORDINATES, MAP)) {
                Matcher found = pattern.matcher(line);
                while (found.find()) {
                    String name = found.group(1) + ":" + found.group(2);
                    entries.add(new Entry(file, number, name, true, aside ? UNTOLD : found.group(3)));
                }
            }
            Matcher variable = VARIABLE.matcher(line);
            while (variable.find()) {
                entries.add(new Entry(file, number, variable.group(1), false, variable.group(2)));
            }
        }
        return new GradleFile(entries, includes);
    }

    /** A {@code gradle.properties}. */
    static GradleFile properties(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : Lines.written(file, text)) {
            number++;
            Matcher setting = SETTING.matcher(line);
            if (!line.strip().startsWith("#") && setting.matches()) {
                entries.add(new Entry(file, number, setting.group(1), false, setting.group(2)));
            }
        }
        return new GradleFile(entries, false);
    }

    /** A version catalogue. */
    static GradleFile catalogue(String file, String text) {
        TomlParseResult toml = TomlFile.parse(file, text);
        List<Entry> entries = new ArrayList<>();
        if (toml.get(List.of("versions")) instanceof TomlTable versions) {
            for (String key : versions.keySet()) {
                entries.add(new Entry(file, line(versions, key), key, false, version(versions.get(List.of(key)))));
            }
        }
        if (toml.get(List.of("libraries")) instanceof TomlTable libraries) {
            for (String key : libraries.keySet()) {
                entries.add(library(file, line(libraries, key), libraries.get(List.of(key))));
            }
        }
        return new GradleFile(entries, false);
    }

    private static int line(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? 1 : position.line();
    }

    private static Entry library(String file, int line, @Nullable Object value) {
        if (value instanceof String text) {
            String[] parts = text.split(":", 3);
            String name = parts.length < 2 ? text : parts[0] + ":" + parts[1];
            return new Entry(file, line, name, true, parts.length < 3 ? null : parts[2]);
        }
        if (!(value instanceof TomlTable table)) {
            return new Entry(file, line, "", true, null);
        }
        Object module = table.get(List.of("module"));
        String name =
                module instanceof String text ? text : table.get(List.of("group")) + ":" + table.get(List.of("name"));
        Object version = table.get(List.of("version"));
        Object reference = version instanceof TomlTable rich ? rich.get(List.of("ref")) : null;
        return new Entry(file, line, name, true, reference == null ? version(version) : "$" + reference);
    }

    /** A plain version, or that of a rich one; null where it is a range or a preference. */
    private static @Nullable String version(@Nullable Object value) {
        Object plain = value;
        if (value instanceof TomlTable rich) {
            Object strictly = rich.get(List.of("strictly"));
            plain = strictly == null ? rich.get(List.of("require")) : strictly;
        }
        return plain instanceof String text ? text : null;
    }
}
