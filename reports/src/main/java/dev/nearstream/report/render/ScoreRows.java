package dev.nearstream.report.render;

import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A score's components as a person reads them: what asks for a deed first, the heaviest first. */
final class ScoreRows {
    private ScoreRows() {}

    /** Those with points. */
    static List<ScoreComponent> of(Score score) {
        return score.components().stream()
                .filter(component -> component.points() > 0)
                .sorted(Comparator.comparing(ScoreComponent::scoreClass)
                        .thenComparing(Comparator.comparingDouble(ScoreComponent::points)
                                .reversed()))
                .toList();
    }

    /** How many have none; empty where all have. */
    static String without(Score score) {
        int none = score.components().size() - of(score).size();
        return none == 0
                ? ""
                : Numbers.count(none) + (none == 1 ? " entry has" : " entries have")
                        + " no points: not assessed, or not counted.";
    }

    /** {@code avoidable 8.0, necessary 24.3}; empty where there are none. */
    static String classes(Score score) {
        return Arrays.stream(ScoreClass.values())
                .filter(scoreClass -> score.total(scoreClass) > 0)
                .map(scoreClass -> scoreClass.label() + " " + Numbers.points(score.total(scoreClass)))
                .collect(Collectors.joining(", "));
    }
}
