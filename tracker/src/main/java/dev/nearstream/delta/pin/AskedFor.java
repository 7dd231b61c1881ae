package dev.nearstream.delta.pin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dependencies that one manifest asks for itself.
 *
 * @param versions by name: as written; empty for any; several joined by a comma
 */
record AskedFor(Map<String, String> versions) {
    private static final Pattern GO = Pattern.compile("(go|toolchain)\\s+(\\S+)\\s*(?://.*)?");
    private static final Pattern GEM = Pattern.compile("\\s*(?:gem|\\w+\\.add(?:_runtime)?_dependency)[\\s(]+"
            + "([\"'])([\\w.-]+)\\1((?:\\s*,\\s*\\[?\\s*[\"'][^\"']*[\"'])*).*");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']*)[\"']");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)}");

    /** Collects what a manifest says in several places. */
    static void add(Map<String, String> versions, String name, String version) {
        versions.merge(
                name,
                version.strip(),
                (one, other) -> List.of(one.split(", ", -1)).contains(other) ? one : one + ", " + other);
    }

    /** The language's version too: a new one may need another compiler. */
    static AskedFor go(String file, String text) {
        List<String> lines = Lines.of(file, text);
        GoMod mod = GoMod.parse(file, text);
        Map<String, String> versions = new TreeMap<>();
        mod.requires()
                .forEach((name, requires) -> requires.stream()
                        .filter(require -> !lines.get(require.line() - 1).contains("// indirect"))
                        .forEach(require -> add(versions, name, require.version())));
        mod.replaces()
                .forEach((name, replaces) -> replaces.stream()
                        .filter(replace -> replace.version() != null)
                        .forEach(replace ->
                                add(versions, name + " (replaced)", replace.path() + " " + replace.version())));
        for (String line : lines) {
            Matcher language = GO.matcher(line);
            if (language.matches()) {
                versions.put(language.group(1), language.group(2));
            }
        }
        return new AskedFor(versions);
    }

    static AskedFor python(Requirement.File file) {
        Map<String, String> versions = new TreeMap<>();
        file.all().forEach(requirement -> add(versions, requirement.name(), requirement.specifier()));
        return new AskedFor(versions);
    }

    /** A Gemfile or a gemspec: calls with literals are read, and nothing of Ruby is run. */
    static AskedFor ruby(String file, String text) {
        Map<String, String> versions = new TreeMap<>();
        for (String line : Lines.written(file, text)) {
            Matcher gem = GEM.matcher(line);
            if (gem.matches()) {
                add(
                        versions,
                        gem.group(2),
                        String.join(
                                ", ",
                                QUOTED.matcher(gem.group(3))
                                        .results()
                                        .map(quoted -> quoted.group(1))
                                        .toList()));
            }
        }
        return new AskedFor(versions);
    }

    /** By {@code group:artifact}; versions by the POM's own properties, as far as they tell. */
    static AskedFor maven(String file, String text) {
        Pom pom = Pom.parse(file, text);
        Map<String, String> versions = new TreeMap<>();
        pom.dependencies().stream()
                .sorted(Comparator.comparingInt(Pom.Dependency::line))
                .filter(dependency -> dependency.version() != null)
                .forEach(dependency -> add(
                        versions,
                        dependency.group() + ":" + dependency.artifact(),
                        resolved(pom, String.valueOf(dependency.version()))));
        Pom.Parent parent = pom.parent();
        if (parent != null) {
            versions.put(parent.group() + ":" + parent.artifact() + " (parent)", parent.version());
        }
        return new AskedFor(versions);
    }

    private static String resolved(Pom pom, String version) {
        return PROPERTY.matcher(version)
                .replaceAll(name ->
                        Matcher.quoteReplacement(pom.properties().getOrDefault(name.group(1), List.of()).stream()
                                .findFirst()
                                .map(Pom.Value::text)
                                .orElse(name.group())));
    }
}
