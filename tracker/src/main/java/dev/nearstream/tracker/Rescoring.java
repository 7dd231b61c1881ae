package dev.nearstream.tracker;

import dev.nearstream.score.Score;
import dev.nearstream.score.Scorer;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Scores past runs again where they were scored under another policy, so that a trend has no step that weights alone made. */
public final class Rescoring {
    private final Store store;
    private final ScoringPolicy policy;

    public Rescoring(Store store, ScoringPolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    /**
     * All that are in the store, one after the other; a run has its new scores whole or its old ones. Under the writer's
     * lock.
     *
     * @param before told how many there are, where there are any
     */
    public void run(IntConsumer before) {
        List<Run> others = store.scoredOtherwise(policy.hash());
        if (!others.isEmpty()) {
            before.accept(others.size());
        }
        Scoring scoring = new Scoring(new Scorer(policy));
        for (Run run : others) {
            Task.check();
            Map<String, Score> scores = new HashMap<>();
            for (Outcome outcome : store.outcomes(run.id())) {
                if (outcome instanceof Outcome.Tracked tracked && tracked.score() != null) {
                    scores.put(
                            tracked.packageName(),
                            scoring.score(tracked.lag(), tracked.deltas(), tracked.problems(), run.started()));
                }
            }
            store.scoreAgain(run.id(), scores);
        }
    }
}
