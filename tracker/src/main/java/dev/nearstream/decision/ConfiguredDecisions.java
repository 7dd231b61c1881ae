package dev.nearstream.decision;

import dev.nearstream.recipe.Position;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The decisions that the configuration holds, by package.
 *
 * @param byPackage never empty lists
 */
public record ConfiguredDecisions(Map<String, Decisions> byPackage) {
    public static final ConfiguredDecisions NONE = new ConfiguredDecisions(Map.of());

    public ConfiguredDecisions {
        byPackage = Map.copyOf(byPackage);
    }

    public Decisions of(String packageName) {
        return byPackage.getOrDefault(packageName, Decisions.NONE);
    }

    /** Where the packages that are none of these are first named, by package. */
    public Map<String, Position> ofNoneOf(Set<String> packageNames) {
        Map<String, Position> missing = new TreeMap<>();
        byPackage.forEach((name, decisions) -> {
            if (!packageNames.contains(name)) {
                missing.put(name, decisions.all().get(0).at());
            }
        });
        return missing;
    }
}
