package dev.nearstream.delta.pick;

import dev.nearstream.delta.Assessment;
import dev.nearstream.patch.TreeChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of a checkout's picks at one revision.
 *
 * @param assessments in the picks' order
 * @param changes to the checkout's tree, of all the picks that go in; paths are the checkout's
 * @param doubt why patches that follow see another tree than the build's, or would see none: a pick before them is broken
 *     or unknown; empty where all is as the build has it once the droppable ones are dropped
 * @param summary on one line
 */
public record PickReport(List<Assessment> assessments, TreeChanges changes, String doubt, String summary) {
    public PickReport {
        assessments = List.copyOf(assessments);
    }

    /** Counts by state, as {@code 3 picks: 2 needed, 1 droppable}. */
    static String counts(List<Assessment> assessments) {
        List<String> parts = new ArrayList<>();
        for (Assessment.State state : Assessment.State.values()) {
            long count = assessments.stream()
                    .filter(assessment -> assessment.state() == state)
                    .count();
            if (count > 0) {
                parts.add(count + " " + state.name().toLowerCase(Locale.ROOT));
            }
        }
        return "%d %s: %s"
                .formatted(assessments.size(), assessments.size() == 1 ? "pick" : "picks", String.join(", ", parts));
    }
}
