package dev.nearstream.cli;

import dev.nearstream.cli.ConfigurationFile.DecisionSettings;
import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.decision.Decision;
import dev.nearstream.decision.Decisions;
import dev.nearstream.recipe.Position;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code decisions} of the configuration. */
final class DecisionSettingsReader {
    private DecisionSettingsReader() {}

    /**
     * @param file the configuration, for the decisions' places
     * @throws ConfigurationException where one lacks what it needs
     */
    static ConfiguredDecisions read(@Nullable List<DecisionSettings> written, @Nullable Path file) {
        if (written == null || written.isEmpty() || file == null) {
            return ConfiguredDecisions.NONE;
        }
        Map<String, Position> places = ConfigurationPlace.all(file);
        Map<String, List<Decision>> decisions = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            String key = "decisions." + i;
            @Nullable DecisionSettings one = written.get(i);
            if (one == null) {
                throw ConfigurationException.of(key, key + " is empty; write package, delta and keep", null);
            }
            Position at = places.getOrDefault(key + ".delta", new Position(file.toString(), 1, 1));
            decisions
                    .computeIfAbsent(needed(key, "package", one.packageName()), name -> new ArrayList<>())
                    .add(new Decision(
                            needed(key, "delta", one.delta()),
                            needed(key, "keep", one.keep()).replaceAll("\\s+", " "),
                            one.by(),
                            day(key, one.on()),
                            at));
        }
        Map<String, Decisions> byPackage = new HashMap<>();
        decisions.forEach((name, all) -> byPackage.put(name, new Decisions(all)));
        return new ConfiguredDecisions(byPackage);
    }

    private static String needed(String at, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ConfigurationException.of(
                    value == null ? at : at + "." + key,
                    at + "." + key
                            + " is missing; a decision has the package, the delta, and behind keep why it is kept",
                    null);
        }
        return value.strip();
    }

    private static @Nullable LocalDate day(String at, @Nullable String on) {
        try {
            return on == null ? null : LocalDate.parse(on.strip());
        } catch (DateTimeException e) {
            throw ConfigurationException.of(at + ".on", at + ".on: '" + on + "' is no day; write it as 2026-03-04", e);
        }
    }
}
