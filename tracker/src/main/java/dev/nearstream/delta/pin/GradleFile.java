package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param uses what it names on lines that ask for something that is built: {@code libs.netty.handler} as
 *     {@code netty.handler}
 * @param steering the line of something that changes versions in ways that are not read; 0 for none
 */
record GradleFile(String file, List<Entry> entries, boolean includes, Set<String> uses, int steering) {
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([^\"':@]+))?(?:[:@][^\"']*)?[\"'](\\s*[+.])?");
    private static final Pattern MAP =
            Pattern.compile("group\\s*[:=]\\s*[\"']([\\w.-]+)[\"']\\s*,\\s*name\\s*[:=]\\s*[\"']([\\w.-]+)[\"']"
                    + "(?:\\s*,\\s*version\\s*[:=]\\s*[\"']([^\"']+)[\"'])?");
    /** {@code name = "x"}, {@code name: "x"}, {@code ["name"] = "x"}, {@code set("name", "x")}; or without a plain text. */
    private static final Pattern VARIABLE = Pattern.compile("(?:^|[\\s.,\\[(\"'])([A-Za-z_][\\w.-]*)[\"']?"
            + "(?:]?(?:\\s*:\\s*\\w+\\??)?\\s*=(?!=)|\\s*[:,](?=\\s*[\"']))"
            + "\\s*(?:[\"']([^\"']*)[\"'])?(\\s*[+.?])?");
    /** What is under a condition does not tell what is built. */
    private static final Pattern ASIDE = Pattern.compile("^(?:test|androidTest|if\\b|.*\\bif\\s*\\()");
    /** What ends in the classes that run; not what compiles, tests, or runs the build itself. */
    private static final Pattern BUILT =
            Pattern.compile("^[\"']?(?:implementation|api|runtimeOnly|compile|runtime)\\b[\"']?.*");

    private static final Pattern ACCESSOR = Pattern.compile("[(\\s,]\\w+\\.([A-Za-z][\\w.]*)");
    private static final Pattern STEERING = Pattern.compile(".*\\b(?:resolutionStrategy|strictly|reject|rejectAll"
            + "|enforcedPlatform|dependencySubstitution|withModule|useVersion|useTarget|isForce|force)\\b.*");

    private static final String UNTOLD = "$untold";
    private static final Pattern INCLUDE = Pattern.compile("\\s*include(Build|Flat)?[\\s(].*");
    private static final Pattern SETTING = Pattern.compile("\\s*([\\w.-]+)\\s*[=:]\\s*(.*?)\\s*");

    /**
     * A version given to something.
     *
     * @param dependency whether it is one, else a variable
     * @param built whether it is asked for there to be built with
     * @param alias what scripts call a catalogue's; else empty
     * @param version null where the file leaves it to others; a variable as {@code $name}
     */
    record Entry(
            String file,
            int line,
            String name,
            boolean dependency,
            boolean built,
            String alias,
            @Nullable String version) {

        static Entry of(String file, int line, String name, @Nullable String version) {
            return new Entry(file, line, name, false, true, "", version);
        }
    }

    GradleFile {
        entries = List.copyOf(entries);
        uses = Set.copyOf(uses);
    }

    /** A {@code build.gradle} or {@code build.gradle.kts}: a program, of which the plain texts are read. */
    static GradleFile script(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        Set<String> uses = new HashSet<>();
        boolean includes = false;
        int steering = 0;
        int number = 0;
        for (String line : Lines.written(file, GradleCode.of(text))) {
            number++;
            String code = line.strip();
            boolean built = BUILT.matcher(code).matches();
            includes |= INCLUDE.matcher(line).matches();
            steering = steering == 0 && STEERING.matcher(line).matches() ? number : steering;
            boolean aside = ASIDE.matcher(code).find();
            for (Pattern pattern : List.of(COORDINATES, MAP)) {
                Matcher found = pattern.matcher(line);
                while (found.find()) {
                    String name = found.group(1) + ":" + found.group(2);
                    boolean told = !aside && (pattern == MAP || found.group(4) == null);
                    entries.add(new Entry(file, number, name, true, built, "", told ? found.group(3) : UNTOLD));
                }
            }
            variables(file, number, line, entries);
            Matcher accessor = ACCESSOR.matcher(built ? code : "");
            while (accessor.find()) {
                uses.add(accessor.group(1));
            }
        }
        return new GradleFile(file, entries, includes, uses, steering);
    }

    /** Null for a version that is no plain text, but put together. */
    private static void variables(String file, int number, String line, List<Entry> entries) {
        Matcher variable = VARIABLE.matcher(line);
        int from = 0;
        while (variable.find(from)) {
            String value = variable.group(3) == null ? variable.group(2) : null;
            entries.add(Entry.of(file, number, variable.group(1), value));
            from = variable.end(1);
        }
    }

    /** A {@code gradle.properties}. */
    static GradleFile properties(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : Lines.written(file, text)) {
            number++;
            Matcher setting = SETTING.matcher(line);
            if (!line.strip().startsWith("#") && setting.matches()) {
                entries.add(Entry.of(file, number, setting.group(1), setting.group(2)));
            }
        }
        return new GradleFile(file, entries, false, Set.of(), 0);
    }

    /** A version catalogue. */
    static GradleFile catalogue(String file, String text) {
        TomlParseResult toml = TomlFile.parse(file, text);
        List<Entry> entries = new ArrayList<>();
        if (toml.get(List.of("versions")) instanceof TomlTable versions) {
            for (String key : versions.keySet()) {
                entries.add(Entry.of(file, line(versions, key), key, version(versions.get(List.of(key)))));
            }
        }
        if (toml.get(List.of("libraries")) instanceof TomlTable libraries) {
            for (String key : libraries.keySet()) {
                entries.add(
                        library(file, line(libraries, key), key.replaceAll("[-_]", "."), libraries.get(List.of(key))));
            }
        }
        return new GradleFile(file, entries, false, Set.of(), 0);
    }

    private static int line(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? 1 : position.line();
    }

    private static Entry library(String file, int line, String alias, @Nullable Object value) {
        if (value instanceof String text) {
            String[] parts = text.split(":", 3);
            String name = parts.length < 2 ? text : parts[0] + ":" + parts[1];
            return new Entry(file, line, name, true, false, alias, parts.length < 3 ? null : parts[2]);
        }
        if (!(value instanceof TomlTable table)) {
            return new Entry(file, line, "", true, false, alias, null);
        }
        Object module = table.get(List.of("module"));
        String name =
                module instanceof String text ? text : table.get(List.of("group")) + ":" + table.get(List.of("name"));
        Object version = table.get(List.of("version"));
        Object reference = version instanceof TomlTable rich ? rich.get(List.of("ref")) : null;
        return new Entry(file, line, name, true, false, alias, reference == null ? version(version) : "$" + reference);
    }

    /** A plain version, or that of a rich one; null where it is a range or a preference. */
    private static @Nullable String version(@Nullable Object value) {
        Object plain = value;
        if (value instanceof TomlTable rich) {
            if (rich.contains(List.of("reject")) || rich.contains(List.of("rejectAll"))) {
                return null;
            }
            Object strictly = rich.get(List.of("strictly"));
            plain = strictly == null ? rich.get(List.of("require")) : strictly;
        }
        return plain instanceof String text ? text : null;
    }
}
