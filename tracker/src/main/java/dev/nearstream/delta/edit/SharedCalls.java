package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessment.State;
import dev.nearstream.delta.Delta;
import dev.nearstream.recipe.Position;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A recipe calls a pipeline of the distribution's as a whole, and can only drop it as a whole: what one of its commands
 * does not do any more is no reason while another one's state is not the same.
 */
public final class SharedCalls {
    private SharedCalls() {}

    /**
     * The assessments of a recipe's changes at one tree, those made by pipelines of the distribution's settled among
     * each other.
     *
     * @return in the same order
     */
    public static Map<Delta, Assessment> settle(Map<Delta, Assessment> assessed) {
        Set<Position> kept = new HashSet<>();
        assessed.forEach((delta, assessment) -> {
            if (isShared(delta) && assessment.state() != State.DROPPABLE) {
                kept.add(delta.facts().where());
            }
        });
        Map<Delta, Assessment> settled = new LinkedHashMap<>();
        assessed.forEach((delta, assessment) -> {
            boolean needed = assessment.state() == State.DROPPABLE
                    && isShared(delta)
                    && kept.contains(delta.facts().where());
            settled.put(
                    delta,
                    needed
                            ? Assessment.unknown(assessment.reason()
                                    + ", but the pipeline that does it is called for other changes too")
                            : assessment);
        });
        return settled;
    }

    private static boolean isShared(Delta delta) {
        return delta instanceof Delta.ShellChange change
                && !change.step().at().file().equals(change.facts().where().file());
    }
}
