package dev.nearstream.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The points of a family: its members from the heaviest to the lightest, the k-th multiplied by log2((k + 1) / k). These
 * multipliers sum to log2(1 + n), so that 325 picks of one checkout weigh as eight, and one alone as itself.
 *
 * <p>Because the multipliers fall with the rank, a member that grows never lowers the sum, nor does one more member; a
 * family weighed by its sum of sizes, or by its average, would not keep this.
 */
final class FamilyPoints {
    private final DeltaPoints points;

    FamilyPoints(DeltaPoints points) {
        this.points = points;
    }

    /** One component for each class that the members are in, and one without points for those not assessed. */
    List<ScoreComponent> of(List<DeltaFacts> family) {
        List<DeltaFacts> ranked = family.stream()
                .sorted(Comparator.comparingDouble(points::of)
                        .reversed()
                        .thenComparing(delta -> delta.state().scoreClass())
                        .thenComparing(DeltaFacts::id))
                .toList();
        Map<ScoreClass, Double> sums = new EnumMap<>(ScoreClass.class);
        Map<ScoreClass, List<DeltaFacts>> members = new EnumMap<>(ScoreClass.class);
        List<DeltaFacts> unknown = new ArrayList<>();
        for (int k = 1; k <= ranked.size(); k++) {
            DeltaFacts delta = ranked.get(k - 1);
            if (delta.state() == DeltaState.UNKNOWN) {
                unknown.add(delta);
                continue;
            }
            ScoreClass scoreClass = delta.state().scoreClass();
            sums.merge(scoreClass, points.of(delta) * multiplier(k), Double::sum);
            members.computeIfAbsent(scoreClass, none -> new ArrayList<>()).add(delta);
        }
        List<ScoreComponent> components = new ArrayList<>();
        members.forEach((scoreClass, deltas) -> components.add(new ScoreComponent(
                scoreClass, deltas.get(0).id(), sums.getOrDefault(scoreClass, 0.0), DeltaReasons.of(deltas))));
        if (!unknown.isEmpty()) {
            components.add(
                    new ScoreComponent(ScoreClass.NECESSARY, unknown.get(0).id(), 0, DeltaReasons.of(unknown)));
        }
        return components;
    }

    private static double multiplier(int rank) {
        return DeltaPoints.doublings(rank) - DeltaPoints.doublings(rank - 1);
    }
}
