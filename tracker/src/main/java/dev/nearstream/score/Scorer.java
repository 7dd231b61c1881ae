package dev.nearstream.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a package's score from facts. A pure function of the policy and the facts; safe for several threads.
 *
 * <p>Held for every policy: no delta and no lag is 0; every component is finite and at least 0; a delta that upstream
 * has scores at least what the same delta scores that upstream lacks; one delta more never lowers the total.
 */
public final class Scorer {
    private final ScoringPolicy policy;

    public Scorer(ScoringPolicy policy) {
        this.policy = policy;
    }

    /** The components of deltas first, in their order, then those of lag. */
    public Score score(List<DeltaFacts> deltas, LagFacts lag) {
        Map<String, List<DeltaFacts>> families = new LinkedHashMap<>();
        for (DeltaFacts delta : deltas) {
            // A family's key and an id never meet: each has its own prefix.
            String key = delta.family() == null ? "delta " + delta.id() : "family " + delta.family();
            families.computeIfAbsent(key, none -> new ArrayList<>()).add(delta);
        }
        DeltaPoints points = new DeltaPoints(policy);
        List<ScoreComponent> components = new ArrayList<>();
        families.values().forEach(family -> components.addAll(new FamilyPoints(points).of(family)));
        components.addAll(new LagPoints(policy.lag()).of(lag));
        return new Score(components, policy.hash());
    }
}
