package dev.nearstream.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The points of releases that were not taken: one component each for their number, the days and the libyears. */
final class LagPoints {
    private final ScoringPolicy.LagWeights weights;

    LagPoints(ScoringPolicy.LagWeights weights) {
        this.weights = weights;
    }

    List<ScoreComponent> of(LagFacts lag) {
        Integer releases = lag.releasesBehind();
        if (lag.apart() != null) {
            String behind = releases == null ? "how far behind is unknown" : behind(releases);
            return List.of(component(0, behind + ", not counted: " + lag.apart()));
        }
        if (releases == null) {
            return List.of(component(0, "how far behind is unknown, no points"));
        }
        if (releases == 0) {
            return List.of();
        }
        List<ScoreComponent> components = new ArrayList<>();
        components.add(component(weights.releases() * DeltaPoints.doublings(releases), behind(releases)));
        add(components, lag.daysMissed(), weights.perDay(), weights.days(), "first missed release is %.0f days old");
        add(
                components,
                lag.libyears(),
                weights.perLibyear(),
                weights.libyears(),
                "%.1f years between the two releases");
        return components;
    }

    private static void add(
            List<ScoreComponent> components, @Nullable Number amount, double each, double most, String reason) {
        if (amount != null && amount.doubleValue() > 0) {
            components.add(component(
                    each * DeltaPoints.atMost(amount, most), String.format(Locale.ROOT, reason, amount.doubleValue())));
        }
    }

    private static String behind(int releases) {
        return releases == 1 ? "1 release behind" : releases + " releases behind";
    }

    private static ScoreComponent component(double points, String reason) {
        return new ScoreComponent(ScoreClass.LAG, null, points, reason);
    }
}
