package dev.nearstream.delta.pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the {@code ${properties}} of one Maven build may stand for. */
final class MavenProperties {
    private static final int MAX_VALUES = 64;
    private static final int LONGEST = 256;
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");
    /** What Maven takes from the model or from the machine, before any property of that name. */
    private static final Pattern MODEL = Pattern.compile("(?:project|pom|env|settings)\\..*");

    private final MavenBuild build;

    MavenProperties(MavenBuild build) {
        this.build = build;
    }

    /** Every definition of a property in any POM, with its place. */
    List<Request> definitions(String property) {
        List<Request> all = new ArrayList<>();
        for (Pom pom : build.poms().values()) {
            for (Pom.Value value : pom.properties().getOrDefault(property, List.of())) {
                all.addAll(requests(pom.file(), value.text(), value.line(), property));
            }
        }
        MavenOptions options = build.options();
        options.definitions().stream()
                .filter(definition -> definition.name().equals(property))
                .forEach(definition ->
                        all.addAll(requests(options.file(), definition.value(), definition.line(), property)));
        return all;
    }

    /** What a version as written may be: each of its properties may have any value that the tree gives it anywhere. */
    List<Request> requests(String file, String version, int line, String name) {
        return new LinkedHashSet<>(values(version))
                .stream()
                        .map(value -> value.contains("${")
                                ? Request.opaque(
                                        file,
                                        line,
                                        "asks for " + name + " " + value + ", which no POM of the tree sets")
                                : Request.of(file, line, value))
                        .toList();
    }

    /** Whether the POM, or one that it inherits from in the tree, sets every property of a text outside of profiles. */
    boolean isSet(Pom pom, String text) {
        Deque<String> open = new ArrayDeque<>(List.of(text));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Matcher property = PROPERTY.matcher(open.removeFirst());
            while (property.find()) {
                if (seen.add(property.group(1))) {
                    List<String> certain = certain(pom, property.group(1));
                    if (certain.isEmpty()) {
                        return false;
                    }
                    open.addAll(certain);
                }
            }
        }
        return true;
    }

    private List<String> certain(Pom pom, String property) {
        if (MODEL.matcher(property).matches()) {
            return List.of();
        }
        return Stream.concat(
                        typed(property),
                        build.chain(pom).stream()
                                .flatMap(one -> one.properties().getOrDefault(property, List.of()).stream())
                                .filter(value -> !value.profile())
                                .map(Pom.Value::text))
                .toList();
    }

    /** Properties that go in circles, or have too many values, leave the text as it is written. */
    private List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(text));
        int steps = 0;
        while (!open.isEmpty()) {
            String value = open.removeFirst();
            Matcher property = PROPERTY.matcher(value);
            List<String> known = property.find() ? known(property.group(1)) : List.of();
            if (known.isEmpty()) {
                values.add(value);
            } else if (++steps > MAX_VALUES || value.length() > LONGEST) {
                values.add(text);
            } else {
                known.forEach(one -> open.add(value.replace(property.group(), one)));
            }
        }
        return values;
    }

    private List<String> known(String property) {
        if (MODEL.matcher(property).matches()) {
            return List.of();
        }
        return Stream.concat(
                        typed(property),
                        build.poms().values().stream()
                                .flatMap(one -> one.properties().getOrDefault(property, List.of()).stream())
                                .map(Pom.Value::text))
                .distinct()
                .toList();
    }

    private Stream<String> typed(String property) {
        return build.options().definitions().stream()
                .filter(definition -> definition.name().equals(property))
                .map(MavenOptions.Definition::value);
    }
}
