package dev.nearstream.bump;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaAdvisories;
import dev.nearstream.delta.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An advisory for which the package carried a fix of its own that a bump drops.
 *
 * @param id as its register spells it
 * @param deltas the ids of those dropped, in order
 * @param firstRelease upstream's tag of the first release with the fix, where the evidence names it; else null: the new
 *     version has it, and whether an earlier one had is not known
 */
public record FixedAdvisory(
        String id, List<String> deltas, @Nullable String firstRelease) {
    public FixedAdvisory {
        deltas = List.copyOf(deltas);
    }

    private record Dropped(String delta, @Nullable String firstRelease) {}

    /**
     * Those of what a plan drops, in its order.
     *
     * @param deltas of the recipe that the plan is of
     */
    public static List<FixedAdvisory> of(BumpPlan plan, List<Delta> deltas, DeltaAdvisories advisories) {
        Map<String, List<Evidence>> dropped = new HashMap<>();
        plan.patches().stream()
                .filter(patch -> patch.action() == PatchPlan.Action.DROP)
                .forEach(patch -> dropped.put(patch.patch(), patch.evidence()));
        plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.DROP)
                .forEach(other -> dropped.put(other.id(), other.evidence()));
        Map<String, List<Dropped>> byAdvisory = new LinkedHashMap<>();
        for (Delta delta : deltas) {
            String key = delta instanceof Delta.PatchFile patch
                    ? patch.path()
                    : delta.facts().id();
            List<Evidence> evidence = dropped.get(key);
            if (evidence != null) {
                Dropped one = new Dropped(delta.facts().id(), first(evidence));
                advisories
                        .of(delta)
                        .forEach(id -> byAdvisory
                                .computeIfAbsent(id, none -> new ArrayList<>())
                                .add(one));
            }
        }
        return byAdvisory.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Where several fixes of one advisory came with different releases, the last of them is not known here. */
    private static FixedAdvisory of(String id, List<Dropped> dropped) {
        Set<String> deltas = new LinkedHashSet<>();
        dropped.forEach(one -> deltas.add(one.delta()));
        List<@Nullable String> releases = new ArrayList<>();
        dropped.forEach(one -> releases.add(one.firstRelease()));
        boolean one = releases.stream().distinct().count() == 1;
        return new FixedAdvisory(id, List.copyOf(deltas), one ? releases.get(0) : null);
    }

    private static @Nullable String first(List<Evidence> evidence) {
        List<String> releases = evidence.stream()
                .map(Evidence::firstRelease)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
        return releases.size() == 1 ? releases.get(0) : null;
    }
}
