package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one line of upstream's asks for of a dependency.
 *
 * @param place file and line
 */
record Asked(String place, String version) {
    /** More places of one version are counted: a build of many modules repeats itself. */
    private static final int MOST = 12;

    /** {@code go.mod:3 and cmd/go.mod:5 ask for x v1.2; tools/go.mod:4 asks for x v1.3}: every place, by version. */
    static String all(String name, List<Asked> asked) {
        Map<String, List<String>> byVersion = new LinkedHashMap<>();
        asked.stream()
                .distinct()
                .forEach(one -> byVersion
                        .computeIfAbsent(one.version(), version -> new ArrayList<>())
                        .add(one.place()));
        return byVersion.entrySet().stream()
                .map(of -> places(of.getValue())
                        + (of.getValue().size() == 1 ? " asks for " : " ask for ")
                        + name + " " + of.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String places(List<String> places) {
        int shown = places.size() > MOST ? MOST : places.size() - 1;
        String last = places.size() > MOST
                ? "%,d more places".formatted(places.size() - MOST)
                : places.get(places.size() - 1);
        return shown == 0 ? last : String.join(", ", places.subList(0, shown)) + " and " + last;
    }
}
